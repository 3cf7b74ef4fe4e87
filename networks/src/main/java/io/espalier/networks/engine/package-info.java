/**
 * The training engine: what a model is (parameters, gradient of a batch, evaluation) and the loop
 * that trains one (optimizers, schedules, clipping, early stopping, learning of the structure).
 * Models live in packages of their own and implement {@link io.espalier.networks.engine.Model}; the
 * loop knows none of them.
 */
package io.espalier.networks.engine;
