package io.espalier.pruning.report;

import io.espalier.artifacts.mask.Mask;
import io.espalier.events.PruningReport;
import io.espalier.events.SaliencyHistogram;
import io.espalier.events.Shrunk;
import io.espalier.networks.extraction.MaskedNetwork;
import io.espalier.plan.Architecture;
import io.espalier.plan.Require;
import io.espalier.structure.neuron.NeuronGraph;
import java.util.Map;
import java.util.Optional;

/** Puts a step's report together. */
public final class Reporting {
  private Reporting() {}

  /**
   * What the ranking of weights came to; all absent and zero where nothing was ranked.
   *
   * @param threshold the largest saliency that was cut, where one threshold holds for all layers
   * @param histogram of the saliencies of the weights that competed
   * @param approximation what the saliency approximates, for people
   * @param samples that the saliency looked at
   */
  public record Ranking(
      Optional<Double> threshold,
      Optional<SaliencyHistogram> histogram,
      Optional<String> approximation,
      long samples) {
    /** Nothing was ranked. */
    public static final Ranking NONE =
        new Ranking(Optional.empty(), Optional.empty(), Optional.empty(), 0);

    public Ranking {
      Require.present("ranking.threshold", threshold);
      Require.present("ranking.histogram", histogram);
      Require.present("ranking.approximation", approximation);
      Require.atLeast("ranking.samples", samples, 0);
    }
  }

  /**
   * The report of a step. Only one of the graphs before and after is held at a time.
   *
   * @param before the mask that was held before
   * @param after the mask that the step came to
   * @param shrunk where whole units were cut
   */
  public static PruningReport of(
      Architecture architecture,
      Mask before,
      Mask after,
      Ranking ranking,
      Optional<Shrunk> shrunk) {
    Map<String, Double> structureBefore =
        StructureOfNeurons.of(MaskedNetwork.neurons(architecture, before));
    NeuronGraph neurons = MaskedNetwork.neurons(architecture, after);
    return new PruningReport(
        ranking.threshold(),
        ranking.approximation(),
        ranking.samples(),
        ranking.histogram(),
        DeadUnits.of(architecture, neurons),
        Flops.dense(architecture),
        Flops.of(architecture, after),
        structureBefore,
        StructureOfNeurons.of(neurons),
        shrunk);
  }
}
