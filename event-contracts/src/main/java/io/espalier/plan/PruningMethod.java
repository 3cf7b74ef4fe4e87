package io.espalier.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The ways in which a branch departs from the dense network. On the wire a text: the name of a
 * control, or {@code <saliency>-<distribution>} such as {@code magnitude-class-blinded}.
 */
public sealed interface PruningMethod {
  /** The name in campaign files, events, REST and UI. */
  @JsonValue
  String wireName();

  /** Calls the function for this variant; a new variant makes every call site incomplete. */
  default <R> R match(Function<Criterion, R> criterion, Function<Control, R> control) {
    return this instanceof Criterion c ? criterion.apply(c) : control.apply((Control) this);
  }

  /** Reads a wire name; the inverse of {@link #wireName()}. */
  @JsonCreator
  static PruningMethod named(String wireName) {
    for (Control control : Control.values()) {
      if (control.wireName().equals(wireName)) {
        return control;
      }
    }
    for (Distribution distribution : Distribution.values()) {
      String ending = "-" + distribution.wireName();
      if (wireName.endsWith(ending) && wireName.length() > ending.length()) {
        return new Criterion(
            wireName.substring(0, wireName.length() - ending.length()), distribution);
      }
    }
    throw new IllegalArgumentException(
        "method is '"
            + wireName
            + "', allowed: "
            + Arrays.toString(Control.values()).toLowerCase(Locale.ROOT).replace('_', '-')
            + " or <saliency>-<distribution>");
  }

  /**
   * The weights of least saliency are cut.
   *
   * @param saliency one of the saliencies that come along, or a plug-in's name, which has a dot
   * @param distribution how the cut is spread over the layers
   */
  record Criterion(String saliency, Distribution distribution) implements PruningMethod {
    /** Uniformly distributed, drawn from the trial's seed. */
    public static final String RANDOM = "random";

    /** |w|. */
    public static final String MAGNITUDE = "magnitude";

    /** |w| / standard deviation of the layer's remaining weights. */
    public static final String STANDARDISED_MAGNITUDE = "standardised-magnitude";

    /** w^2 H_ii / 2 with the diagonal of the loss Hessian (LeCun, Denker, Solla 1990). */
    public static final String OPTIMAL_BRAIN_DAMAGE = "optimal-brain-damage";

    /**
     * w^2 / (2 [H^-1]_ii) with the Hessian of each layer's squared output error; the weights that
     * stay are compensated (Dong, Chen, Pan 2017).
     */
    public static final String OPTIMAL_BRAIN_SURGEON = "optimal-brain-surgeon";

    /** |w dL/dw| at the initial weights, which are then trained (Lee, Ajanthan, Torr 2019). */
    public static final String SNIP = "snip";

    /** |w dL/dw| at the trained weights (Molchanov et al. 2019). */
    public static final String TAYLOR = "taylor";

    /** w^2 F_ii / 2 with the diagonal of the empirical Fisher information. */
    public static final String FISHER = "fisher";

    /** The saliencies that come along. */
    public static final List<String> SALIENCIES =
        List.of(
            RANDOM,
            MAGNITUDE,
            STANDARDISED_MAGNITUDE,
            OPTIMAL_BRAIN_DAMAGE,
            OPTIMAL_BRAIN_SURGEON,
            SNIP,
            TAYLOR,
            FISHER);

    private static final int LONGEST_NAME = 80;

    /** Saliency |w|, one threshold over all layers together. */
    public static final Criterion MAGNITUDE_CLASS_BLINDED =
        new Criterion(MAGNITUDE, Distribution.CLASS_BLINDED);

    /** Saliency |w|, the same share of weights from every layer. */
    public static final Criterion MAGNITUDE_CLASS_UNIFORM =
        new Criterion(MAGNITUDE, Distribution.CLASS_UNIFORM);

    public Criterion {
      Require.text("method.saliency", saliency);
      Require.present("method.distribution", distribution);
    }

    /**
     * Whether a text can be the name of a plug-in's saliency: letters, digits and underscores in
     * two parts or more with dots between them, at most {@value #LONGEST_NAME} characters.
     */
    public static boolean isPluginName(String name) {
      return name.length() <= LONGEST_NAME && name.matches("[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)+");
    }

    /** Whether the saliency comes from a plug-in. */
    public boolean isPlugin() {
      return saliency.indexOf('.') >= 0;
    }

    @Override
    @JsonValue
    public String wireName() {
      return saliency + "-" + distribution.wireName();
    }

    @Override
    public String toString() {
      return wireName();
    }
  }

  /** What pruned networks are compared with. */
  enum Control implements PruningMethod {
    /**
     * Nothing is pruned: the unpruned network is trained on for the longest that the plan allows a
     * pruned one.
     */
    DENSE_CONTROL("dense-control"),
    /**
     * The last structure of another branch with new initial weights, trained as long as the dense
     * network and the steps that this branch really did could at most.
     */
    STRUCTURE_FROM_SCRATCH("structure-from-scratch");

    private final String wireName;

    Control(String wireName) {
      this.wireName = wireName;
    }

    @Override
    @JsonValue
    public String wireName() {
      return wireName;
    }
  }
}
