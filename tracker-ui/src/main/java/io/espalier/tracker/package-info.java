/**
 * The tracker: every topic becomes history, the history becomes read models, and these become REST
 * and live updates.
 *
 * <p>Nothing lives here but its packages, one per feature. None of them imports another service, a
 * training engine or a statistics library.
 */
package io.espalier.tracker;
