package io.espalier.events;

import io.espalier.plan.Require;

/**
 * Where and with what a result was computed; together with the plan it is what a replay needs.
 *
 * @param worker id of the worker
 * @param softwareVersion version of Espalier
 * @param device such as {@code cpu} or {@code cuda:0}
 * @param threads threads used by this one training
 * @param machine operating system, processor architecture and Java version
 */
public record Provenance(
    String worker, String softwareVersion, String device, int threads, String machine) {
  public Provenance {
    Require.text("provenance.worker", worker);
    Require.text("provenance.softwareVersion", softwareVersion);
    Require.text("provenance.device", device);
    Require.atLeast("provenance.threads", threads, 1);
    Require.text("provenance.machine", machine);
  }
}
