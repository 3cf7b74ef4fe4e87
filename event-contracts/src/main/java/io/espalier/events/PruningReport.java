package io.espalier.events;

import io.espalier.plan.Require;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pruning step measured beside its mask.
 *
 * @param threshold the largest saliency that was cut, where one threshold holds for all layers
 * @param approximation what the saliency approximates and how, for people; absent if it is exact
 * @param samples that the saliency looked at, 0 if it needs none
 * @param histogram absent where nothing competed
 * @param units the layers of hidden units
 * @param denseFlops floating-point operations of a forward pass of the dense network, per sample
 *     (per time step of a sequence); a multiplication and an addition are two
 * @param flops of the pruned network, counting only weights that are kept
 * @param structureBefore features of the network's graph before the step, by name
 * @param structureAfter after it
 * @param shrunk the smaller dense network that a cut of whole units leaves
 */
public record PruningReport(
    Optional<Double> threshold,
    Optional<String> approximation,
    long samples,
    Optional<SaliencyHistogram> histogram,
    List<LayerUnits> units,
    long denseFlops,
    long flops,
    Map<String, Double> structureBefore,
    Map<String, Double> structureAfter,
    Optional<Shrunk> shrunk) {
  public PruningReport {
    Require.present("report.threshold", threshold);
    Require.present("report.approximation", approximation);
    Require.atLeast("report.samples", samples, 0);
    Require.present("report.histogram", histogram);
    units = Require.list("report.units", units);
    Require.atLeast("report.denseFlops", denseFlops, 1);
    Require.within("report.flops", flops, 0, denseFlops);
    structureBefore = Map.copyOf(Require.present("report.structureBefore", structureBefore));
    structureAfter = Map.copyOf(Require.present("report.structureAfter", structureAfter));
    Require.present("report.shrunk", shrunk);
  }

  /** Dense over pruned operations; infinite if none are left. */
  public double theoreticalSpeedUp() {
    return (double) denseFlops / flops;
  }
}
