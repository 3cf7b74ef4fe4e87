package io.espalier.launcher.client.view;

/** A record that a service could not read; {@code time} is ISO-8601. */
public record DeadLetter(
    String topic, int partition, long offset, String service, String reason, String time) {

  /** Where the record stands: topic/partition/offset. */
  public String position() {
    return topic + "/" + partition + "/" + offset;
  }
}
