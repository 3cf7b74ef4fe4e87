package io.espalier.audit.archive.exporting;

import io.espalier.audit.archive.format.EventLine;
import io.espalier.audit.history.NamedArtifacts;
import io.espalier.envelope.Decoded;
import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.log.KafkaEvents;
import io.espalier.plan.ArtifactRef;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The events of a campaign as they come out of the log, kept in a temporary file. */
final class ExportedEvents implements AutoCloseable {
  private final EventSpool spool = new EventSpool();
  private final CausalOrder order = new CausalOrder();
  private final OpenWork work = new OpenWork();
  private final TreeSet<ArtifactRef> artifacts =
      new TreeSet<>(
          Comparator.comparing(ArtifactRef::sha256).thenComparingLong(ArtifactRef::bytes));
  private final List<String> flaws = new ArrayList<>();
  private Optional<String> name = Optional.empty();

  ExportedEvents() throws IOException {}

  /** Takes the next record of the campaign; one that is no event is a flaw and left out. */
  void take(ConsumerRecord<byte[], byte[]> record) {
    Decoded decoded = KafkaEvents.read(record);
    if (decoded instanceof Decoded.Malformed malformed) {
      flaws.add(malformed.reason());
      return;
    }
    Decoded.Received event = (Decoded.Received) decoded;
    try {
      spool.add(EventLine.of(event, record.timestamp()).text());
    } catch (IOException e) {
      throw new UncheckedIOException("the events cannot be kept in a temporary file", e);
    }
    order.add(event);
    work.take(event.event());
    artifacts.addAll(NamedArtifacts.of(event.event()));
    if (event.event() instanceof CampaignLaunched launched) {
      name = Optional.of(launched.spec().name());
    }
  }

  int size() {
    return spool.size();
  }

  /** The campaign's name; empty if its launch was not among the records. */
  Optional<String> name() {
    return name;
  }

  /** What the events name, ascending. */
  Collection<ArtifactRef> artifacts() {
    return artifacts;
  }

  List<String> flaws() {
    return flaws;
  }

  boolean goesOn() {
    return work.isLeft();
  }

  /** Writes the lines in causal order; nothing can be taken afterwards. */
  void writeTo(OutputStream out) throws IOException {
    try (EventSpool.Lines lines = spool.read()) {
      order.visit(
          number -> {
            try {
              out.write(lines.line(number));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
