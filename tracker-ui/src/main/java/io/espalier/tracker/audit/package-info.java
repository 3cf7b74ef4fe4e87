/**
 * One trial with everything that is known of it, down to the hash chain of its events; and the
 * verification of whole campaigns in the background.
 */
package io.espalier.tracker.audit;
