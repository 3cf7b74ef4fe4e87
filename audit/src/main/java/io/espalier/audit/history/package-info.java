/**
 * Reading: every record of the log or of one campaign, with its position, and where the log itself
 * is damaged. Judges no event; must not import {@code verification} or {@code archive}.
 */
package io.espalier.audit.history;
