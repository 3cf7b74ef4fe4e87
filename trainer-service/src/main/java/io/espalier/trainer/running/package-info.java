/**
 * The life of a worker process: configuration, start, readiness, orderly end.
 *
 * <p>Wires the other packages together; holds no decision about trainings.
 */
package io.espalier.trainer.running;
