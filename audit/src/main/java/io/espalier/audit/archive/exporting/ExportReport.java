package io.espalier.audit.archive.exporting;

import io.espalier.audit.archive.format.Manifest;
import java.util.List;

/**
 * What was exported.
 *
 * @param goesOn whether the campaign has work left, so that its history goes on after this
 * @param flaws what is damaged in the history; with any of them the archive cannot be imported
 */
public record ExportReport(Manifest manifest, boolean goesOn, List<String> flaws) {
  public ExportReport {
    flaws = List.copyOf(flaws);
  }
}
