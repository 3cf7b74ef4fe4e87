/**
 * What is to be done: the architecture, the training options and the pruning branches of a trial.
 * An event that names a training outside its own plan is an {@link
 * io.espalier.plan.UnplannedTraining}.
 *
 * <p>These records travel unchanged inside every event of a trial, so that each service can act on
 * one event alone. Imports nothing but the JDK and Jackson annotations.
 */
package io.espalier.plan;
