package io.espalier.audit.archive.importing;

import io.espalier.audit.archive.format.Manifest;

/**
 * What was imported.
 *
 * @param told events that were written; fewer than the archive has if an earlier import had written
 *     the others
 */
public record ImportReport(Manifest manifest, long told) {}
