/** Writes the history of a campaign, as a log and an artifact store have it, into an archive. */
package io.espalier.audit.archive.exporting;
