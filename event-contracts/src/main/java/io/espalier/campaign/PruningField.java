package io.espalier.campaign;

import io.espalier.plan.BranchPlan;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.PruningMethod.Control;
import io.espalier.plan.PruningMethod.Criterion;
import io.espalier.plan.StructureLearning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code pruning} and {@code controls}: the branches of every trial. */
final class PruningField {
  private static final String RATE = "a percentage greater than 0 and below 100";
  private static final String METHODS =
      Stream.<PruningMethod>of(Criterion.MAGNITUDE_CLASS_BLINDED, Criterion.MAGNITUDE_CLASS_UNIFORM)
          .map(PruningMethod::wireName)
          .collect(Collectors.joining(", "));

  private PruningField() {}

  /**
   * @param learning how the structure is learned before; a cut must go beyond what it is to reach
   */
  static List<BranchPlan> branches(
      Field pruning, Field controls, Optional<StructureLearning> learning) {
    boolean control = false;
    if (controls.present()) {
      for (Field item : controls.items(1, "[dense-control], or leave the field out")) {
        if (item.node().isTextual()
            && item.node().textValue().equals(Control.DENSE_CONTROL.wireName())) {
          control = true;
        } else {
          item.refuse(Control.DENSE_CONTROL.wireName());
        }
      }
    }
    if (!pruning.present()) {
      if (control) {
        controls.refuse("a control only beside pruning, for it is trained as long as the pruned");
      }
      return List.of();
    }
    pruning.onlyFields("methods", "rates", "retrainEpochs");
    List<PruningMethod> methods = methods(pruning.get("methods"));
    List<Double> rates =
        rates(pruning.get("rates"), learning.map(StructureLearning::target).orElse(0.0));
    Optional<Long> retrain = pruning.get("retrainEpochs").integer(1, 10_000);
    if (retrain.isEmpty()) {
      return List.of();
    }
    int epochs = retrain.get().intValue();
    List<BranchPlan> branches = new ArrayList<>();
    if (control) {
      branches.add(
          new BranchPlan(
              Control.DENSE_CONTROL.wireName(), Control.DENSE_CONTROL, List.of(0.0), epochs));
    }
    for (PruningMethod method : methods) {
      for (double rate : rates) {
        String percent = rate == Math.rint(rate) ? String.valueOf((long) rate) : "" + rate;
        branches.add(
            new BranchPlan(method.wireName() + "-" + percent, method, List.of(rate / 100), epochs));
      }
    }
    return branches;
  }

  private static List<PruningMethod> methods(Field field) {
    List<PruningMethod> methods = new ArrayList<>();
    for (Field item : field.items(100, "a list of methods out of: " + METHODS)) {
      Optional<PruningMethod> method =
          Stream.<PruningMethod>of(
                  Criterion.MAGNITUDE_CLASS_BLINDED, Criterion.MAGNITUDE_CLASS_UNIFORM)
              .filter(m -> m.wireName().equals(item.node().textValue()))
              .findFirst();
      if (method.isEmpty()) {
        item.refuse("one of " + METHODS);
      } else if (methods.contains(method.get())) {
        item.refuse("each method once");
      } else {
        methods.add(method.get());
      }
    }
    return methods;
  }

  private static List<Double> rates(Field field, double learned) {
    List<Double> rates = new ArrayList<>();
    for (Field item : field.items(100, "a list of percentages, such as [80]")) {
      Optional<Double> rate = item.number(Double.MIN_NORMAL, Math.nextDown(100.0), RATE);
      if (rate.isPresent() && rates.contains(rate.get())) {
        item.refuse("each rate once");
      } else if (rate.isPresent() && rate.get() / 100 <= learned) {
        item.refuse("a percentage above the sparsity that training.structureLearning reaches");
      } else {
        rate.ifPresent(rates::add);
      }
    }
    return rates;
  }
}
