package io.espalier.events;

import java.util.Arrays;
import java.util.Optional;

/** The topics, each with its name and the sealed interface of what may arrive on it. */
public enum Topic {
  CAMPAIGNS("campaigns", CampaignEvent.class),
  ARCHITECTURE_PROPOSED("architecture-proposed", ProposalEvent.class),
  TRAINED("trained", TrainingEvent.class),
  PRUNED("pruned", PruningEvent.class),
  SCORED("scored", ScoringEvent.class),
  EPOCHS("epochs", EpochEvent.class),
  WORKERS("workers", WorkerEvent.class);

  private final String topicName;
  private final Class<? extends Event> events;

  Topic(String topicName, Class<? extends Event> events) {
    this.topicName = topicName;
    this.events = events;
  }

  /** The topic's name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** Where records go that no consumer can read. */
  public String deadLetterName() {
    return topicName + ".dead-letter";
  }

  /** The sealed interface of this topic. */
  public Class<? extends Event> events() {
    return events;
  }

  /** The topic called {@code name} on the broker. */
  public static Optional<Topic> named(String name) {
    return Arrays.stream(values()).filter(t -> t.topicName.equals(name)).findFirst();
  }

  /** The topic that an event belongs on. */
  public static Topic of(Event event) {
    return Arrays.stream(values())
        .filter(t -> t.events.isInstance(event))
        .findFirst()
        .orElseThrow();
  }
}
