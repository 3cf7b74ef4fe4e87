package io.espalier.pruning.selection;

import io.espalier.artifacts.mask.Mask;
import io.espalier.events.LayerPruning;
import io.espalier.events.PruningEvent.EndReason;
import io.espalier.events.SaliencyHistogram;
import io.espalier.plan.Require;
import java.util.List;
import java.util.Optional;

/** What a step of a schedule comes to. */
public sealed interface Selection {

  /**
   * Weights go.
   *
   * @param mask what stays
   * @param targetSparsity share of the weights in the scope that was to be zero, 0..1
   * @param layers the outcome per layer, in the network's order
   * @param threshold the largest saliency that was cut, where one threshold holds for all layers
   * @param histogram absent where nothing competed
   */
  record Cut(
      Mask mask,
      double targetSparsity,
      List<LayerPruning> layers,
      Optional<Double> threshold,
      Optional<SaliencyHistogram> histogram)
      implements Selection {
    public Cut {
      Require.present("mask", mask);
      Require.within("targetSparsity", targetSparsity, 0, 1);
      layers = Require.nonEmpty("layers", layers);
      Require.present("threshold", threshold);
      Require.present("histogram", histogram);
    }

    /** The cut of a control: every weight that is there stays. */
    public static Cut nothing(Mask held) {
      return new Cut(
          held,
          held.sparsity(),
          held.layers().stream()
              .map(
                  layer ->
                      new LayerPruning(
                          layer.layer(), layer.kept(), layer.total(), Optional.empty()))
              .toList(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /** The schedule ends before this step. */
  record End(EndReason reason) implements Selection {}
}
