/**
 * Workers: who is there, what each slot trains, and how many trainers should run.
 *
 * <p>Whether a worker is alive is asked of the broker, since one that is killed never says goodbye.
 */
package io.espalier.tracker.workers;
