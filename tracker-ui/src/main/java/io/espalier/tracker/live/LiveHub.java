package io.espalier.tracker.live;

import io.espalier.tracker.fold.Changes;
import io.espalier.tracker.history.CommittedChanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who watches what. A commit marks what changed for each watcher and returns. */
@ApplicationScoped
public class LiveHub implements CommittedChanges {
  private final Map<String, Set<CampaignWatch>> campaigns = new ConcurrentHashMap<>();

  @Override
  public void publish(Changes changes) {
    changes
        .trainings()
        .forEach(
            (campaign, ids) ->
                campaigns.getOrDefault(campaign, Set.of()).forEach(watch -> watch.changed(ids)));
  }

  /** Watches a campaign until closed. */
  CampaignWatch watchCampaign(String campaign) {
    CampaignWatch watch = new CampaignWatch(campaign);
    campaigns.compute(
        campaign,
        (id, watches) -> {
          Set<CampaignWatch> all = watches == null ? ConcurrentHashMap.newKeySet() : watches;
          all.add(watch);
          return all;
        });
    return watch;
  }

  /** Ends a watch. */
  void close(CampaignWatch watch) {
    campaigns.computeIfPresent(
        watch.campaign(),
        (id, watches) -> {
          watches.remove(watch);
          return watches.isEmpty() ? null : watches;
        });
  }
}
