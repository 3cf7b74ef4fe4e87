/**
 * Is the history of a campaign whole and untouched? Reads the log and the files that events refer
 * to; recomputes nothing.
 */
package io.espalier.audit;
