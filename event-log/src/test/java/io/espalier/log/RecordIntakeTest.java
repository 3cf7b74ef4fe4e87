package io.espalier.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.espalier.envelope.Decoded;
import io.espalier.envelope.EventCodec;
import io.espalier.plan.Architecture;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrainingOptions;
import io.espalier.plan.TrialPlan;
import io.espalier.plan.UnplannedTraining;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class RecordIntakeTest {
  private static final ConsumerRecord<byte[], byte[]> EVENT =
      Samples.consumed(KafkaEvents.write(Samples.paused("c1", 1)), 2, 9);
  private static final ConsumerRecord<byte[], byte[]> NO_EVENT =
      Samples.consumed(
          new ProducerRecord<>("trained", "k".getBytes(UTF_8), "{oops".getBytes(UTF_8)), 3, 7);

  private final List<String> handled = new ArrayList<>();
  private final List<String> buried = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final RecordIntake intake =
      new RecordIntake(
          (record, reason) -> buried.add(record.offset() + " " + reason),
          (position, failure) -> failures.add(position + " " + failure.getMessage()));

  @Test
  void anEventIsHandedOn() {
    intake.take(EVENT, this::handle);

    assertThat(handled).containsExactly("campaigns[2]@9");
    assertThat(buried).isEmpty();
    assertThat(failures).isEmpty();
  }

  @Test
  void anImportedEventIsPassedOver() {
    intake.take(
        Samples.consumed(
            KafkaEvents.writeImported(
                EventCodec.encode(Samples.paused("c1", 1)), "0123456789abcdef".repeat(4)),
            2,
            9),
        this::handle);

    assertThat(handled).isEmpty();
    assertThat(buried).isEmpty();
    assertThat(failures).isEmpty();
  }

  @Test
  void whatIsNoEventIsBuriedAndNotHandedOn() {
    intake.take(NO_EVENT, this::handle);

    assertThat(buried).singleElement().asString().startsWith("7 ").contains("trained[3]@7");
    assertThat(handled).isEmpty();
    assertThat(failures).isEmpty();
  }

  @Test
  void anEventThatContradictsItselfIsBuried() {
    intake.take(EVENT, throwing(new UnplannedTraining(plan(), new StepRef("none", 1))));

    assertThat(buried).containsExactly("9 campaigns[2]@9: trial c1.1 plans no training none/1");
    assertThat(failures).isEmpty();
  }

  @Test
  void anEventThatCannotBeHandledFailsAndIsNotBuried() {
    assertThatThrownBy(() -> intake.take(EVENT, throwing(new IllegalStateException("no broker"))))
        .isInstanceOf(IllegalStateException.class);

    assertThat(failures).containsExactly("campaigns[2]@9 no broker");
    assertThat(buried).isEmpty();
  }

  @Test
  void anErrorFailsToo() {
    assertThatThrownBy(
            () ->
                intake.take(
                    EVENT,
                    received -> {
                      throw new NoClassDefFoundError("lab/Absent");
                    }))
        .isInstanceOf(NoClassDefFoundError.class);

    assertThat(failures).containsExactly("campaigns[2]@9 lab/Absent");
    assertThat(buried).isEmpty();
  }

  @Test
  void aRecordThatCannotBeBuriedFails() {
    RecordIntake unburied =
        new RecordIntake(
            (record, reason) -> {
              throw new IllegalStateException("no broker");
            },
            (position, failure) -> failures.add(position + " " + failure.getMessage()));

    assertThatThrownBy(() -> unburied.take(NO_EVENT, this::handle))
        .isInstanceOf(IllegalStateException.class);

    assertThat(failures).containsExactly("trained[3]@7 no broker");
  }

  private void handle(Decoded.Received received) {
    handled.add(received.position().toString());
  }

  private static Consumer<Decoded.Received> throwing(RuntimeException failure) {
    return received -> {
      throw failure;
    };
  }

  private static TrialPlan plan() {
    return new TrialPlan(
        "c1",
        "c1.1",
        1,
        new Architecture.FeedForward(List.of(4, 2)),
        "mnist",
        1,
        TrainingOptions.sgd(0.1, 0.9, 32, 1),
        List.of());
  }
}
