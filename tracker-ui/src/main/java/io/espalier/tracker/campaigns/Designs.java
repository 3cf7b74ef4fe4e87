package io.espalier.tracker.campaigns;

import io.espalier.campaign.CampaignSpec;
import io.espalier.plan.Architecture;
import io.espalier.plan.GraphSample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a campaign compares. A design is an architecture spelt out, or a kind of network on random
 * graphs of one prior: all its graphs and seeds are repetitions. Entries of the campaign file that
 * say the same make one design.
 */
public final class Designs {
  private final List<String> ofNetworks;

  private Designs(List<String> ofNetworks) {
    this.ofNetworks = ofNetworks;
  }

  /** The designs of a campaign; no graph is drawn for that. */
  public static Designs of(CampaignSpec spec) {
    Map<String, Set<Object>> sameName = new LinkedHashMap<>();
    spec.architectures().forEach(a -> alike(sameName, a.label()).add(a));
    spec.graphs().forEach(s -> alike(sameName, PriorLabel.brief(s)).add(kind(s)));
    List<String> labels = new ArrayList<>();
    for (Architecture a : spec.architectures()) {
      labels.add(numbered(a.label(), a, sameName));
    }
    for (GraphSample s : spec.graphs()) {
      String brief = PriorLabel.brief(s);
      String label = sameName.get(brief).size() > 1 ? PriorLabel.full(s) : brief;
      labels.addAll(Collections.nCopies(s.count(), label));
    }
    return new Designs(List.copyOf(labels));
  }

  /** The designs' labels, each once, in the order of the campaign file. */
  public List<String> labels() {
    return List.copyOf(new LinkedHashSet<>(ofNetworks));
  }

  /**
   * The label of a trial's design.
   *
   * @param trial its place among the campaign's trials, from 0
   */
  public String ofTrial(int trial) {
    return ofNetworks.get(trial % ofNetworks.size());
  }

  private static Set<Object> alike(Map<String, Set<Object>> sameName, String label) {
    return sameName.computeIfAbsent(label, l -> new LinkedHashSet<>());
  }

  /** A sample without how many graphs there are and where their randomness comes from. */
  private static Object kind(GraphSample sample) {
    return List.of(sample.network(), sample.prior());
  }

  /** Architectures that differ in what their label does not tell are told apart by a number. */
  private static String numbered(String label, Object it, Map<String, Set<Object>> sameName) {
    List<Object> alike = List.copyOf(sameName.get(label));
    return alike.size() > 1 ? label + " (" + (alike.indexOf(it) + 1) + ")" : label;
  }
}
