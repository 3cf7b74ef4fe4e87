package io.espalier.networks.training;

import io.espalier.campaign.DatasetShape;
import io.espalier.campaign.SampleShape;
import io.espalier.plan.Architecture;
import io.espalier.plan.ImageShape;
import java.util.Optional;

/**
 * Whether a network can be trained on a dataset, told from their shapes alone: a network for
 * vectors takes vectors and images of as many values as it has inputs, one for images needs their
 * channels and size, and one for sequences an alphabet that holds the dataset's.
 */
public final class Fit {

  private Fit() {}

  /** What does not fit, naming both sides; empty if everything does. */
  public static Optional<String> mismatch(Architecture architecture, DatasetShape dataset) {
    return architecture.classes() == dataset.classes() && takes(architecture, dataset.samples())
        ? Optional.empty()
        : Optional.of(
            String.format(
                "architecture %s takes %s and tells %d classes apart, dataset %s has %s and %d"
                    + " classes",
                architecture.label(),
                input(architecture),
                architecture.classes(),
                dataset.name(),
                text(dataset.samples()),
                dataset.classes()));
  }

  /**
   * Returns normally if the network can be trained on the dataset.
   *
   * @throws UnbuildableNetwork saying what does not fit
   */
  public static void require(Architecture architecture, DatasetShape dataset) {
    mismatch(architecture, dataset)
        .ifPresent(
            mismatch -> {
              throw new UnbuildableNetwork(mismatch);
            });
  }

  private static boolean takes(Architecture architecture, SampleShape samples) {
    return architecture.match(
        network -> hasInputs(samples, network.widths().get(0)),
        graph -> hasInputs(samples, graph.inputs()),
        stack -> hasTokens(samples, stack.alphabet()),
        graph -> hasTokens(samples, graph.alphabet()),
        cells -> samples.equals(new SampleShape.Image(cells.input())));
  }

  private static boolean hasInputs(SampleShape samples, int inputs) {
    return samples.match(
        vector -> vector.inputs() == inputs, image -> image.inputs() == inputs, sequence -> false);
  }

  private static boolean hasTokens(SampleShape samples, int alphabet) {
    return samples.match(
        vector -> false, image -> false, sequence -> sequence.alphabet() <= alphabet);
  }

  private static String input(Architecture architecture) {
    return architecture.match(
        network -> inputs(network.widths().get(0)),
        graph -> inputs(graph.inputs()),
        stack -> tokens(stack.alphabet()),
        graph -> tokens(graph.alphabet()),
        cells -> images(cells.input()));
  }

  private static String text(SampleShape samples) {
    return samples.match(
        vector -> inputs(vector.inputs()),
        image -> images(image.pixels()),
        sequence -> tokens(sequence.alphabet()));
  }

  private static String inputs(int inputs) {
    return inputs + " inputs";
  }

  private static String tokens(int alphabet) {
    return "sequences of " + alphabet + " tokens";
  }

  private static String images(ImageShape image) {
    return String.format(
        "%d inputs (images %d x %d x %d)",
        image.values(), image.channels(), image.height(), image.width());
  }
}
