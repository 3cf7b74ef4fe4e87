package io.espalier.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.espalier.plan.Architecture;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.PruningMethod;
import io.espalier.plan.TrainingOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads campaign files (YAML, of which JSON is a part). All problems are reported at once; {@code
 * docs/campaign-file.md} describes the fields for people.
 */
public final class CampaignFile {
  private static final int MOST_TRAININGS = 100_000;
  private static final String RATE = "a percentage greater than 0 and below 100";
  private static final String METHODS =
      Arrays.stream(PruningMethod.values())
          .filter(m -> m != PruningMethod.DENSE_CONTROL)
          .map(PruningMethod::wireName)
          .collect(Collectors.joining(", "));

  private CampaignFile() {}

  /** Reads a campaign from YAML or JSON text; {@code datasets} are the known ones by name. */
  public static CampaignReading read(String text, Map<String, DatasetShape> datasets) {
    CampaignText.Parsed parsed = CampaignText.parse(text);
    return parsed.problem().isPresent()
        ? new CampaignReading.Refused(List.of(parsed.problem().get()))
        : read(parsed.tree(), datasets);
  }

  /** Reads a campaign from a parsed tree. */
  public static CampaignReading read(JsonNode tree, Map<String, DatasetShape> datasets) {
    List<Problem> problems = new ArrayList<>();
    Field file =
        new Field(
            tree == null || tree.isMissingNode() || tree.isNull() ? null : tree, "", problems);
    if (!file.present()) {
      file.refuse("a campaign with name, dataset, architectures, seeds and training");
      return new CampaignReading.Refused(problems);
    }
    file.onlyFields(
        "name",
        "description",
        "dataset",
        "architectures",
        "seeds",
        "training",
        "pruning",
        "controls");
    Optional<String> name = file.get("name").text(80);
    Optional<String> description =
        file.get("description").present() ? file.get("description").text(2000) : Optional.of("");
    Optional<DatasetShape> dataset = dataset(file.get("dataset"), datasets);
    List<Architecture> architectures = architectures(file.get("architectures"), dataset);
    List<Long> seeds = seeds(file.get("seeds"));
    Optional<TrainingOptions> training = training(file.get("training"));
    List<BranchPlan> branches = branches(file.get("pruning"), file.get("controls"));
    if (!problems.isEmpty()) {
      return new CampaignReading.Refused(problems);
    }
    CampaignSpec spec =
        new CampaignSpec(
            name.orElseThrow(),
            description.orElseThrow(),
            dataset.orElseThrow().name(),
            architectures,
            List.of(),
            seeds,
            training.orElseThrow(),
            branches);
    long trainings =
        (long) spec.trials() * (1 + branches.stream().mapToInt(BranchPlan::steps).sum());
    return trainings > MOST_TRAININGS
        ? new CampaignReading.Refused(
            List.of(
                new Problem(
                    "(file)",
                    trainings + " trainings",
                    "at most " + MOST_TRAININGS + " trainings")))
        : new CampaignReading.Accepted(spec);
  }

  private static Optional<DatasetShape> dataset(Field field, Map<String, DatasetShape> datasets) {
    String allowed = "one of " + String.join(", ", new TreeSet<>(datasets.keySet()));
    if (!field.present() || !field.node().isTextual()) {
      return field.refuse(allowed);
    }
    DatasetShape shape = datasets.get(field.node().textValue());
    return shape == null ? field.refuse(allowed) : Optional.of(shape);
  }

  private static List<Architecture> architectures(Field field, Optional<DatasetShape> dataset) {
    List<Architecture> architectures = new ArrayList<>();
    for (Field item : field.items(1000, "a list of 1 to 1000 architectures")) {
      item.onlyFields("hidden");
      if (dataset.filter(DatasetShape::isSequence).isPresent()) {
        item.refuse("an architecture for sequences, because the dataset holds sequences");
        continue;
      }
      List<Integer> widths = new ArrayList<>();
      dataset.ifPresent(d -> widths.add(d.inputs()));
      for (Field width :
          item.get("hidden").items(50, "a list of 1 to 50 layer widths, such as [100]")) {
        width.integer(1, 20_000).ifPresent(w -> widths.add(w.intValue()));
      }
      dataset.ifPresent(d -> widths.add(d.classes()));
      if (widths.size() >= 2) {
        architectures.add(new Architecture.FeedForward(widths));
      }
    }
    return architectures;
  }

  private static List<Long> seeds(Field field) {
    List<Long> seeds = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (Field item : field.items(1000, "a list of 1 to 1000 whole numbers, such as [1, 2, 3]")) {
      Optional<Long> seed = item.integer(0, Integer.MAX_VALUE);
      if (seed.isPresent() && !seen.add(seed.get())) {
        item.refuse("each seed once");
      }
      seed.ifPresent(seeds::add);
    }
    return seeds;
  }

  private static Optional<TrainingOptions> training(Field field) {
    if (!field.present()) {
      return field.refuse("fields: learningRate, momentum, batchSize, epochs");
    }
    field.onlyFields("learningRate", "momentum", "batchSize", "epochs");
    Optional<Double> rate =
        field.get("learningRate").number(1e-9, 10, "a number greater than 0, at most 10");
    Optional<Double> momentum =
        field.get("momentum").present()
            ? field.get("momentum").number(0, 0.9999, "a number from 0 to 0.9999")
            : Optional.of(0.0);
    Optional<Long> batch =
        field.get("batchSize").present()
            ? field.get("batchSize").integer(1, 10_000)
            : Optional.of(64L);
    Optional<Long> epochs = field.get("epochs").integer(1, 10_000);
    if (rate.isEmpty() || momentum.isEmpty() || batch.isEmpty() || epochs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        TrainingOptions.sgd(
            rate.get(), momentum.get(), batch.get().intValue(), epochs.get().intValue()));
  }

  private static List<BranchPlan> branches(Field pruning, Field controls) {
    boolean control = false;
    if (controls.present()) {
      for (Field item : controls.items(1, "[dense-control], or leave the field out")) {
        if (item.node().isTextual()
            && item.node().textValue().equals(PruningMethod.DENSE_CONTROL.wireName())) {
          control = true;
        } else {
          item.refuse(PruningMethod.DENSE_CONTROL.wireName());
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
    List<Double> rates = rates(pruning.get("rates"));
    Optional<Long> retrain = pruning.get("retrainEpochs").integer(1, 10_000);
    if (retrain.isEmpty()) {
      return List.of();
    }
    int epochs = retrain.get().intValue();
    List<BranchPlan> branches = new ArrayList<>();
    if (control) {
      branches.add(
          new BranchPlan(
              PruningMethod.DENSE_CONTROL.wireName(),
              PruningMethod.DENSE_CONTROL,
              List.of(0.0),
              epochs));
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
          item.node().isTextual() ? PruningMethod.named(item.node().textValue()) : Optional.empty();
      if (method.isEmpty() || method.get() == PruningMethod.DENSE_CONTROL) {
        item.refuse("one of " + METHODS);
      } else if (methods.contains(method.get())) {
        item.refuse("each method once");
      } else {
        methods.add(method.get());
      }
    }
    return methods;
  }

  private static List<Double> rates(Field field) {
    List<Double> rates = new ArrayList<>();
    for (Field item : field.items(100, "a list of percentages, such as [80]")) {
      Optional<Double> rate = item.number(Double.MIN_NORMAL, Math.nextDown(100.0), RATE);
      if (rate.isPresent() && rates.contains(rate.get())) {
        item.refuse("each rate once");
      } else {
        rate.ifPresent(rates::add);
      }
    }
    return rates;
  }
}
