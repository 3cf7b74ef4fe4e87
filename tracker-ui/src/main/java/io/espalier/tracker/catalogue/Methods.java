package io.espalier.tracker.catalogue;

import io.espalier.plan.Distribution;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import java.util.List;

/**
 * What a pruning method is put together from, for people.
 *
 * @param saliencies those that come along; plug-ins have names of their own
 * @param distributions how a cut is spread over the layers; any saliency goes with any of them
 * @param controls what pruned networks are compared with
 * @param methods the full names in common use, without controls
 */
public record Methods(
    List<Saliency> saliencies,
    List<Described> distributions,
    List<Described> controls,
    List<Described> methods) {

  /** A thing with its name in campaign files. */
  public record Described(String name, String description) {}

  /**
   * A measure of how much a weight matters.
   *
   * @param needsData whether it looks at samples of the dataset
   */
  public record Saliency(String name, String description, boolean needsData) {}

  private static final List<Saliency> SALIENCIES =
      List.of(
          new Saliency(
              Criterion.RANDOM, "Drawn at random from the trial's seed: a baseline", false),
          new Saliency(Criterion.MAGNITUDE, "Magnitude of the weight", false),
          new Saliency(
              Criterion.STANDARDISED_MAGNITUDE,
              "Magnitude over the standard deviation of the layer's remaining weights",
              false),
          new Saliency(
              Criterion.OPTIMAL_BRAIN_DAMAGE,
              "Loss that cutting the weight adds, by the diagonal of the Hessian",
              true),
          new Saliency(
              Criterion.OPTIMAL_BRAIN_SURGEON,
              "Output error that cutting the weight adds to its layer, by the inverse Hessian; the"
                  + " weights that stay make up for it",
              true),
          new Saliency(
              Criterion.SNIP,
              "Weight times gradient before any training; the pruned network is then trained",
              true),
          new Saliency(Criterion.TAYLOR, "Weight times gradient of the trained network", true),
          new Saliency(
              Criterion.FISHER,
              "Loss that cutting the weight adds, by the diagonal of the empirical Fisher"
                  + " information",
              true));

  private static final List<Described> DISTRIBUTIONS =
      List.of(
          of(Distribution.CLASS_BLINDED, "one threshold over all layers together"),
          of(Distribution.CLASS_UNIFORM, "the same share of every layer"),
          of(
              Distribution.CLASS_DISTRIBUTED,
              "one threshold over all layers, after each layer's saliencies are divided by the"
                  + " standard deviation of its weights"),
          of(Distribution.PER_LAYER, "a share for each layer, spelt out"),
          of(
              Distribution.ERDOS_RENYI_KERNEL,
              "denser the smaller a layer is, by the Erdős-Rényi kernel"));

  private static final List<Described> CONTROLS =
      List.of(
          new Described(
              Control.DENSE_CONTROL.wireName(),
              "The unpruned network, trained as many further epochs as the pruned ones"),
          new Described(
              Control.STRUCTURE_FROM_SCRATCH.wireName(),
              "The pruned structure with new initial weights, trained from the start"));

  /** The methods that studies have compared, beside each other in one list. */
  private static final List<Criterion> COMMON =
      List.of(
          new Criterion(Criterion.RANDOM, Distribution.CLASS_BLINDED),
          Criterion.MAGNITUDE_CLASS_BLINDED,
          Criterion.MAGNITUDE_CLASS_UNIFORM,
          new Criterion(Criterion.MAGNITUDE, Distribution.CLASS_DISTRIBUTED),
          new Criterion(Criterion.MAGNITUDE, Distribution.ERDOS_RENYI_KERNEL),
          new Criterion(Criterion.OPTIMAL_BRAIN_DAMAGE, Distribution.CLASS_BLINDED),
          new Criterion(Criterion.OPTIMAL_BRAIN_SURGEON, Distribution.CLASS_UNIFORM),
          new Criterion(Criterion.SNIP, Distribution.CLASS_BLINDED),
          new Criterion(Criterion.TAYLOR, Distribution.CLASS_BLINDED),
          new Criterion(Criterion.FISHER, Distribution.CLASS_BLINDED));

  private static final Methods ALL =
      new Methods(
          SALIENCIES, DISTRIBUTIONS, CONTROLS, COMMON.stream().map(Methods::described).toList());

  /** Everything that comes along. */
  static Methods all() {
    return ALL;
  }

  private static Described of(Distribution distribution, String description) {
    return new Described(distribution.wireName(), description);
  }

  private static Described described(Criterion criterion) {
    String saliency =
        SALIENCIES.stream()
            .filter(s -> s.name().equals(criterion.saliency()))
            .findFirst()
            .orElseThrow()
            .description();
    String distribution =
        DISTRIBUTIONS.stream()
            .filter(d -> d.name().equals(criterion.distribution().wireName()))
            .findFirst()
            .orElseThrow()
            .description();
    return new Described(criterion.wireName(), saliency + "; " + distribution);
  }
}
