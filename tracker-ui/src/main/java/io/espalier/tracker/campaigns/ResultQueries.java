package io.espalier.tracker.campaigns;

import io.espalier.plan.BranchPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** Reads what a campaign gave; one query, whatever the number of trainings. */
@ApplicationScoped
class ResultQueries {
  private static final String RESULTS =
      "select coalesce(design, architecture), branch, step, method,"
          + " case when min(target_sparsity) = max(target_sparsity) and min(target_sparsity) > 0"
          + " then min(target_sparsity) else avg(sparsity) end,"
          + " avg(test_accuracy), coalesce(stddev_samp(test_accuracy), 0), count(*)"
          + " from training where campaign = ?1 and current and state = 'TRAINED'"
          + " and method is not null group by 1, branch, step, method";

  private final Session entities;

  ResultQueries(Session entities) {
    this.entities = entities;
  }

  /** The results by design, then in the order of the plan. */
  List<Result> of(Campaign campaign, List<String> designs) {
    List<BranchPlan> branches = campaign.spec.branches();
    Map<String, String> variants = new HashMap<>(Map.of(BranchPlan.DENSE, BranchPlan.DENSE));
    Map<String, Integer> places = new HashMap<>(Map.of(BranchPlan.DENSE, -1));
    for (BranchPlan branch : branches) {
      variants.put(branch.name(), branch.variant(branches));
      places.put(branch.name(), places.size());
    }
    return entities
        .createNativeQuery(RESULTS, Object[].class)
        .setParameter(1, campaign.id)
        .getResultStream()
        .map(row -> result(row, variants))
        .sorted(
            Comparator.comparingInt((Result r) -> designs.indexOf(r.design()))
                .thenComparingInt(r -> places.getOrDefault(r.branch(), Integer.MAX_VALUE))
                .thenComparingInt(Result::step))
        .toList();
  }

  private static Result result(Object[] row, Map<String, String> variants) {
    String branch = (String) row[1];
    return new Result(
        (String) row[0],
        variants.getOrDefault(branch, branch),
        branch,
        ((Number) row[2]).intValue(),
        (String) row[3],
        ((Number) row[4]).doubleValue(),
        ((Number) row[5]).doubleValue(),
        ((Number) row[6]).doubleValue(),
        ((Number) row[7]).longValue());
  }
}
