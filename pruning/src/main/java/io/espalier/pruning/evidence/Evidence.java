package io.espalier.pruning.evidence;

import io.espalier.artifacts.mask.Mask;
import io.espalier.datasets.Dataset;
import io.espalier.datasets.Samples;
import io.espalier.datasets.SequenceSamples;
import io.espalier.networks.engine.Batch;
import io.espalier.networks.engine.CurvedModel;
import io.espalier.networks.trainer.Networks;
import io.espalier.networks.training.DataOrder;
import io.espalier.networks.training.Fit;
import io.espalier.networks.training.UnbuildableNetwork;
import io.espalier.pruning.saliency.SaliencyUnusable;
import io.espalier.pruning.saliency.ScoredNetwork;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A network and the samples that it is looked at with: all of a part of its dataset, or so many of
 * them, drawn by the trial's seed and the step. Belongs to one thread.
 */
public final class Evidence implements AutoCloseable {
  /** As many as evaluations pad to one length. */
  private static final int SEQUENCES = 32;

  private static final int VECTORS = 128;

  private final CurvedModel model;
  private final Samples samples;
  private final int[] order;
  private final Part part;

  private Evidence(CurvedModel model, Samples samples, int[] order, Part part) {
    this.model = model;
    this.samples = samples;
    this.order = order;
    this.part = part;
  }

  /**
   * The network with the weights that are still there.
   *
   * @param most samples to look at
   * @throws SaliencyUnusable if network and dataset do not fit, or it takes too much memory
   * @throws io.espalier.datasets.DatasetUnavailable if the dataset cannot be had
   */
  public static Evidence of(ScoredNetwork network, Part part, int most) throws SaliencyUnusable {
    return of(network, network.mask(), part, most);
  }

  /** As {@link #of}, but weights that are gone are there as zeros. */
  public static Evidence dense(ScoredNetwork network, Part part, int most) throws SaliencyUnusable {
    return of(network, Mask.ones(network.plan().architecture()), part, most);
  }

  private static Evidence of(ScoredNetwork network, Mask structure, Part part, int most)
      throws SaliencyUnusable {
    Dataset dataset = network.data().get();
    Samples samples = part.of(dataset);
    try {
      Fit.require(network.plan().architecture(), dataset.shape());
      CurvedModel model =
          Networks.curved(
              network.plan().architecture(),
              network.mask().applyTo(network.checkpoint()),
              structure);
      return new Evidence(model, samples, chosen(network, samples.size(), most), part);
    } catch (UnbuildableNetwork e) {
      throw new SaliencyUnusable(e.getMessage());
    }
  }

  private static int[] chosen(ScoredNetwork network, int size, int most) {
    return size <= most
        ? IntStream.range(0, size).toArray()
        : Arrays.copyOf(DataOrder.of(network.plan().seed(), network.at().step(), 0, size), most);
  }

  /** The network. */
  public CurvedModel model() {
    return model;
  }

  /** Number of samples. */
  public int size() {
    return order.length;
  }

  /** Which samples these are, if they are not all of the part. */
  public Optional<String> subset() {
    return order.length == samples.size()
        ? Optional.empty()
        : Optional.of(
            order.length
                + " of "
                + samples.size()
                + " "
                + part.label()
                + " samples, drawn by the trial's seed");
  }

  /** All samples, batch by batch; the last one may be smaller. */
  public void forEach(Consumer<Batch> action) {
    int most = samples instanceof SequenceSamples ? SEQUENCES : VECTORS;
    for (int from = 0; from < order.length; from += most) {
      action.accept(new Batch(samples, order, from, Math.min(order.length, from + most)));
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
