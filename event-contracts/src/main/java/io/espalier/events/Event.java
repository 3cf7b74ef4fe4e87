package io.espalier.events;

/** A fact that happened. What exactly may arrive on a topic is that topic's sealed interface. */
public sealed interface Event
    permits CampaignEvent,
        ProposalEvent,
        TrainingEvent,
        PruningEvent,
        ScoringEvent,
        EpochEvent,
        WorkerEvent,
        TrialEvent {

  /**
   * The {@code ce_id}: derived from what the event is about, so that the same fact told twice has
   * the same id.
   */
  String eventId();

  /** The Kafka key: all events of one subject stay in order within a topic. */
  String key();

  /** The campaign this event belongs to; empty for events about workers that serve all. */
  String campaign();
}
