package io.espalier.tracker.trials;

import io.espalier.events.LayerUnits;
import io.espalier.events.PruningReport;
import io.espalier.events.SaliencyHistogram;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Map;

/** What a pruning step measured beside its mask; absent of steps that were told before that. */
@Embeddable
public class StepReport {
  /** The largest saliency that was cut, where one threshold holds for all layers. */
  public Double threshold;

  /** Of the saliency, for people; absent if it is exact. */
  public String approximation;

  /** Samples that the saliency looked at. */
  public Long samples;

  @Convert(converter = JsonColumns.OfHistogram.class)
  public SaliencyHistogram histogram;

  @Convert(converter = JsonColumns.OfUnits.class)
  public List<LayerUnits> units;

  /** Operations of a forward pass of the dense network. */
  public Long denseFlops;

  /** Operations of the pruned network. */
  public Long flops;

  @Convert(converter = JsonColumns.OfFeatures.class)
  public Map<String, Double> structureBefore;

  @Convert(converter = JsonColumns.OfFeatures.class)
  public Map<String, Double> structureAfter;

  /** The smaller dense network that a cut of whole units leaves. */
  public String shrunkLabel;

  public String shrunkSha256;

  static StepReport of(PruningReport report) {
    StepReport row = new StepReport();
    row.threshold = report.threshold().orElse(null);
    row.approximation = report.approximation().orElse(null);
    row.samples = report.samples();
    row.histogram = report.histogram().orElse(null);
    row.units = report.units();
    row.denseFlops = report.denseFlops();
    row.flops = report.flops();
    row.structureBefore = report.structureBefore();
    row.structureAfter = report.structureAfter();
    report
        .shrunk()
        .ifPresent(
            shrunk -> {
              row.shrunkLabel = shrunk.architecture().label();
              row.shrunkSha256 = shrunk.checkpoint().sha256();
            });
    return row;
  }

  /** Dense over pruned operations; null if none are left. */
  public Double theoreticalSpeedUp() {
    return flops == null || flops == 0 ? null : (double) denseFlops / flops;
  }
}
