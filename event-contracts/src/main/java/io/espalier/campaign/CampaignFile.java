package io.espalier.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.espalier.plan.BranchPlan;
import io.espalier.plan.TrainingOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads campaign files (YAML, of which JSON is a part). All problems are reported at once; {@code
 * docs/campaign-file.md} describes the fields for people.
 */
public final class CampaignFile {
  private static final int MOST_TRAININGS = 100_000;

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
    ArchitecturesField architectures = new ArchitecturesField(dataset);
    architectures.read(file.get("architectures"));
    List<Long> seeds = seeds(file.get("seeds"));
    Optional<TrainingOptions> training = TrainingField.read(file.get("training"));
    List<BranchPlan> branches =
        PruningField.branches(file.get("pruning"), file.get("controls"), training);
    long trainings =
        CampaignSpec.trainings(architectures.spelt(), architectures.graphs(), seeds, branches);
    if (trainings > MOST_TRAININGS) {
      problems.add(
          new Problem(
              "(file)", trainings + " trainings", "at most " + MOST_TRAININGS + " trainings"));
    }
    return problems.isEmpty()
        ? new CampaignReading.Accepted(
            new CampaignSpec(
                name.orElseThrow(),
                description.orElseThrow(),
                dataset.orElseThrow().name(),
                architectures.spelt(),
                architectures.graphs(),
                seeds,
                training.orElseThrow(),
                branches))
        : new CampaignReading.Refused(problems);
  }

  private static Optional<DatasetShape> dataset(Field field, Map<String, DatasetShape> datasets) {
    String allowed = "one of " + String.join(", ", new TreeSet<>(datasets.keySet()));
    if (!field.present() || !field.node().isTextual()) {
      return field.refuse(allowed);
    }
    DatasetShape shape = datasets.get(field.node().textValue());
    return shape == null ? field.refuse(allowed) : Optional.of(shape);
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
}
