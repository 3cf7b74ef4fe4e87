package io.espalier.trainer.share;

import org.apache.kafka.clients.consumer.AcknowledgeType;

/** What becomes of a record after the work on it. */
public enum Verdict {
  /** Everything it asks for is done and told; nobody gets it again. */
  DONE(AcknowledgeType.ACCEPT),
  /** The work was not done; another worker gets the record at once. */
  HAND_BACK(AcknowledgeType.RELEASE);

  private final AcknowledgeType acknowledgement;

  Verdict(AcknowledgeType acknowledgement) {
    this.acknowledgement = acknowledgement;
  }

  AcknowledgeType acknowledgement() {
    return acknowledgement;
  }
}
