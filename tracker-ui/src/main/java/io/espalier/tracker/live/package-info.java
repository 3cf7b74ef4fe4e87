/**
 * Live updates: what was committed is told to browsers, coalesced.
 *
 * <p>Never blocks the history: a commit only notes what changed, each browser fetches at its pace.
 */
package io.espalier.tracker.live;
