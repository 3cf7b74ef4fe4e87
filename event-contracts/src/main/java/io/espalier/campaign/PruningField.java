package io.espalier.campaign;

import io.espalier.plan.BranchPlan;
import io.espalier.plan.Distribution;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.PruningOptions;
import io.espalier.plan.StartFrom;
import io.espalier.plan.StructureLearning;
import io.espalier.plan.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code pruning} and {@code controls}: the branches of every trial. */
final class PruningField {
  private static final int MOST_EPOCHS = 10_000;

  /** Every event of a trial carries its plan with all branches. */
  private static final int MOST_BRANCHES = 500;

  private final Field pruning;
  private final int denseEpochs;
  private final List<BranchPlan> branches = new ArrayList<>();

  private PruningField(Field pruning, int denseEpochs) {
    this.pruning = pruning;
    this.denseEpochs = denseEpochs;
  }

  /**
   * @param training of the dense network; a cut must go beyond the sparsity it is to reach
   */
  static List<BranchPlan> branches(
      Field pruning, Field controls, Optional<TrainingOptions> training) {
    List<String> compared = ControlsField.read(controls, pruning.present());
    if (!pruning.present()) {
      return List.of();
    }
    return new PruningField(pruning, training.map(TrainingOptions::epochs).orElse(MOST_EPOCHS))
        .read(compared, training.flatMap(TrainingOptions::structureLearning));
  }

  private List<BranchPlan> read(List<String> controls, Optional<StructureLearning> learning) {
    pruning.onlyFields(
        "methods",
        "rates",
        "compressions",
        "layerRates",
        "iterative",
        "retrainEpochs",
        "retraining",
        "granularity",
        "scopes",
        "start",
        "emptyLayers");
    boolean emptyLayers = pruning.get("emptyLayers").flag(false);
    List<Criterion> methods =
        PruningMethodsField.read(pruning.get("methods"), pruning.get("layerRates").present());
    List<PruningAmount> amounts =
        new PruningAmountsField(
                pruning, learning.map(StructureLearning::target).orElse(0.0), emptyLayers)
            .read();
    Optional<Double> leastGain = leastGain();
    Optional<Integer> epochs = retrainEpochs();
    List<PruningOptions> options =
        PruningOptionsField.read(pruning, denseEpochs, emptyLayers, leastGain);
    refuseSnip(methods, amounts);
    if (epochs.isEmpty() || tooMany((long) methods.size() * options.size() * amounts.size())) {
      return List.of();
    }
    add(methods, amounts, options, epochs.get());
    List<BranchPlan> all = withControls(controls, amounts, options, epochs.get());
    return tooMany(all.size()) ? List.of() : all;
  }

  private boolean tooMany(long count) {
    if (count > MOST_BRANCHES) {
      pruning.refuse(
          "at most "
              + MOST_BRANCHES
              + " branches of a trial (methods x scopes x amounts, and controls), here are "
              + count);
    }
    return count > MOST_BRANCHES;
  }

  private Optional<Double> leastGain() {
    return pruning
        .get("retraining")
        .get("leastGain")
        .ifPresent(f -> f.number(0, 100, "points of validation accuracy from 0 to 100"))
        .map(points -> points / 100);
  }

  private Optional<Integer> retrainEpochs() {
    Field variable = pruning.get("retraining");
    if (variable.present() == pruning.get("retrainEpochs").present()) {
      return pruning.get("retrainEpochs").refuse("one of retrainEpochs and retraining");
    }
    if (!variable.present()) {
      return pruning.get("retrainEpochs").integer(1, MOST_EPOCHS).map(Math::toIntExact);
    }
    variable.onlyFields("atMost", "leastGain");
    if (variable.isObject() && !variable.get("leastGain").present()) {
      variable.get("leastGain").refuse("points of validation accuracy from 0 to 100");
    }
    return variable.get("atMost").integer(1, MOST_EPOCHS).map(Math::toIntExact);
  }

  private void refuseSnip(List<Criterion> methods, List<PruningAmount> amounts) {
    if (methods.stream().noneMatch(PruningField::isSnip)) {
      return;
    }
    if (pruning.get("start").present()) {
      pruning.get("start").refuse("nothing beside snip, which goes on from the initial weights");
    }
    if (amounts.stream().anyMatch(a -> a.rounds().isPresent() || a.sparsities().size() > 1)) {
      pruning
          .get("iterative")
          .refuse("nothing iterative beside snip, which prunes once, untrained");
    }
  }

  private static boolean isSnip(Criterion method) {
    return method.saliency().equals(Criterion.SNIP);
  }

  private void add(
      List<Criterion> methods,
      List<PruningAmount> amounts,
      List<PruningOptions> options,
      int epochs) {
    for (Criterion method : methods) {
      for (PruningOptions each : options) {
        for (PruningAmount amount : amounts) {
          branches.add(
              isSnip(method)
                  ? branch(method, amount, fromInitialWeights(each), denseEpochs)
                  : branch(method, amount, each, epochs));
        }
      }
    }
  }

  /** SNIP ranks and goes on from the weights before any training. */
  private static PruningOptions fromInitialWeights(PruningOptions options) {
    return new PruningOptions(
        options.granularity(),
        options.scope(),
        options.emptyLayers(),
        Optional.of(new StartFrom.Rewound(0)),
        Optional.of(0),
        Optional.empty());
  }

  private static BranchPlan branch(
      PruningMethod method, PruningAmount amount, PruningOptions options, int epochs) {
    BranchPlan unnamed = named(method.wireName(), method, amount, options, epochs);
    String variant = unnamed.variant(List.of());
    return named(
        amount.label().isEmpty() ? variant : variant + "-" + amount.label(),
        method,
        amount,
        options,
        epochs);
  }

  private static BranchPlan named(
      String name, PruningMethod method, PruningAmount amount, PruningOptions options, int epochs) {
    return new BranchPlan(
        name,
        method,
        amount.sparsities(),
        epochs,
        amount.layerRates(),
        amount.rounds(),
        options,
        Optional.empty());
  }

  private List<BranchPlan> withControls(
      List<String> controls,
      List<PruningAmount> amounts,
      List<PruningOptions> options,
      int epochs) {
    List<BranchPlan> pruned = List.copyOf(branches);
    if (controls.contains(ControlsField.DENSE)) {
      int longest = pruned.stream().mapToInt(PruningField::furtherEpochs).max().orElse(epochs);
      branches.add(
          0,
          new BranchPlan(
              ControlsField.DENSE, Control.DENSE_CONTROL, List.of(0.0), Math.max(longest, epochs)));
    }
    boolean drawn = pruned.stream().anyMatch(PruningField::isRandom);
    if (controls.contains(ControlsField.RANDOM) && !drawn && !amounts.isEmpty()) {
      boolean perLayer = amounts.get(0).layerRates().isPresent();
      Distribution distribution = perLayer ? Distribution.PER_LAYER : Distribution.CLASS_BLINDED;
      add(List.of(new Criterion(Criterion.RANDOM, distribution)), amounts, options, epochs);
    }
    if (controls.contains(ControlsField.FROM_SCRATCH)) {
      pruned.stream().filter(b -> !isRandom(b)).map(this::fromScratch).forEach(branches::add);
    }
    return List.copyOf(branches);
  }

  /** Epochs beyond those of the dense network. */
  private static int furtherEpochs(BranchPlan branch) {
    boolean snip = branch.method().match(PruningField::isSnip, control -> false);
    return snip ? 0 : branch.steps() * branch.retrainEpochs();
  }

  private static boolean isRandom(BranchPlan branch) {
    return branch.method().match(c -> c.saliency().equals(Criterion.RANDOM), control -> false);
  }

  /** Trained as long as the dense network and the branch together, if that does all its steps. */
  private BranchPlan fromScratch(BranchPlan branch) {
    int epochs = denseEpochs + furtherEpochs(branch);
    return new BranchPlan(
        branch.name() + "-from-scratch",
        Control.STRUCTURE_FROM_SCRATCH,
        List.of(0.0),
        epochs,
        Optional.empty(),
        Optional.empty(),
        PruningOptions.DEFAULT,
        Optional.of(branch.name()));
  }
}
