/** One trial with everything that is known of it, down to the hash chain of its events. */
package io.espalier.tracker.audit;
