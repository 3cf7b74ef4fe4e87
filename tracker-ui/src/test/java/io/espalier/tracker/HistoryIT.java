package io.espalier.tracker;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.espalier.events.CampaignEvent.CampaignLaunched;
import io.espalier.events.TrialEvent;
import io.espalier.plan.StepRef;
import io.espalier.plan.TrialPlan;
import io.espalier.tracker.fold.Schedules;
import io.espalier.tracker.fold.Story;
import io.espalier.tracker.history.Rebuild;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The history survives bad records, repeats, a broken database and being folded again. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class HistoryIT {
  private static final List<String> READ_MODELS =
      List.of("campaign", "trial", "training", "epoch", "pruning_step", "score", "worker", "slot");

  @Inject Log log;
  @Inject DataSource database;
  @Inject KafkaClientService kafka;
  @Inject Rebuild rebuild;

  @Test
  void aMalformedRecordBecomesADeadLetterAndReadingGoesOn() {
    log.send(new ProducerRecord<>("trained", 0, "k".getBytes(UTF_8), "{".getBytes(UTF_8)));
    log.tell(Story.joined("after-malformed"));
    untilEvent("after-malformed/1");

    Log.until(
        "the letter, once, though it comes back on its topic",
        () ->
            letters().stream()
                    .filter(l -> l.startsWith("trained tracker-ui") && l.contains("ce_type"))
                    .count()
                == 1);
  }

  @Test
  void aRecordThatTheDatabaseCannotTakeBecomesADeadLetter() {
    StringBuilder tooLongForAnIndex = new StringBuilder();
    new Random(1).ints(9000, 'a', 'z').forEach(c -> tooLongForAnIndex.append((char) c));
    log.tell(Story.joined("before-refused"), Story.joined(tooLongForAnIndex.toString()));
    log.tell(Story.joined("after-refused"));
    untilEvent("before-refused/1");
    untilEvent("after-refused/1");
    Log.until(
        "the letter",
        () -> letters().stream().anyMatch(l -> l.startsWith("workers tracker-ui the history")));
  }

  @Test
  void aLetterFromAnotherServiceIsSeen() {
    log.send(new ProducerRecord<>("pruned.dead-letter", null, "x".getBytes(UTF_8)));
    Log.until(
        "the letter",
        () -> letters().stream().anyMatch(l -> l.startsWith("pruned.dead-letter unknown")));
  }

  @Test
  void recordsThatAreDeliveredAgainChangeNothing() throws SQLException {
    log.tell(Story.joined("again"), Story.idle("again", 2));
    untilEvent("again/2");
    List<String> before = rows("event");

    kafka
        .<byte[], byte[]>getConsumer("history")
        .runOnPollingThread(
            (Consumer<byte[], byte[]> consumer) -> {
              consumer.seekToBeginning(consumer.assignment());
            })
        .await()
        .indefinitely();
    log.tell(Story.left("again", 3));
    untilEvent("again/3");

    List<String> after = rows("event");
    assertThat(after).hasSize(before.size() + 1).containsAll(before);
  }

  @Test
  void aFactThatIsToldTwiceIsKeptButFoldedOnce() throws SQLException {
    TrialPlan two = Story.plan(2);
    log.tell(Story.epoch(two, StepRef.BASE, 1, 3), Story.epoch(two, StepRef.BASE, 1, 3));
    log.tell(Story.epoch(two, StepRef.BASE, 2, 3));
    untilEvent(TrialEvent.id(two, StepRef.BASE, "epoch-2"));
    assertThat(rows("epoch where trial = '" + two.trial() + "'")).hasSize(2);
    assertThat(rows("event where seen_before and trial = '" + two.trial() + "'")).hasSize(1);
  }

  @Test
  void cutConnectionsLoseNothing() throws SQLException {
    for (int i = 1; i <= 300; i++) {
      log.tell(Story.idle("cut", i));
      if (i % 60 == 0) {
        try (Connection c = database.getConnection();
            Statement s = c.createStatement()) {
          s.execute(
              "select pg_terminate_backend(pid) from pg_stat_activity"
                  + " where pid <> pg_backend_pid() and datname = current_database()");
        }
      }
    }
    untilEvent("cut/300");
    assertThat(rows("event where id like 'cut/%'")).hasSize(300);
  }

  @Test
  void readModelsThatAreRebuiltAreTheSame() throws SQLException {
    TrialPlan one = Story.plan(1);
    log.tell(Story.trained(one, StepRef.BASE), Story.launched(), Story.proposed(one));
    log.tell(Story.busy("w1", 7, one, StepRef.BASE), Story.observed(one, StepRef.BASE));
    log.tell(Story.epoch(one, StepRef.BASE, 1, 3));
    log.tell(Story.pruned(one, new StepRef(Story.BLINDED, 1)));
    log.tell(Schedules.pruned(Schedules.round(1)));
    log.imported("a".repeat(64), new CampaignLaunched("from-archive", Story.spec()));
    untilEvent(TrialEvent.id(one, new StepRef(Story.BLINDED, 1), "pruned"));
    untilEvent(TrialEvent.id(Schedules.plan(), Schedules.round(1), "pruned"));
    untilEvent("from-archive/launched");
    untilEvent("w1/7");
    untilEvent(TrialEvent.id(one, StepRef.BASE, "epoch-1"));
    untilEvent(TrialEvent.id(one, StepRef.BASE, "observed"));
    List<List<String>> live = readModels();

    rebuild.run();

    assertThat(readModels()).isEqualTo(live);
    assertThat(live).noneMatch(List::isEmpty);
  }

  @Test
  void anEventThatWasToldCannotBeTakenBack() throws SQLException {
    log.tell(Story.joined("kept"));
    untilEvent("kept/1");
    try (Connection c = database.getConnection();
        Statement s = c.createStatement()) {
      Assertions.assertThatThrownBy(() -> s.executeUpdate("delete from event"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
    }
  }

  private List<List<String>> readModels() throws SQLException {
    List<List<String>> all = new ArrayList<>();
    for (String table : READ_MODELS) {
      all.add(rows(table));
    }
    return all;
  }

  private void untilEvent(String id) {
    Log.until(
        "event " + id,
        () -> {
          try {
            return !rows("event where id = '" + id + "'").isEmpty();
          } catch (SQLException e) {
            return false;
          }
        });
  }

  private static List<String> letters() {
    return given()
        .get("/api/dead-letters")
        .jsonPath()
        .<String>getList("collect { it.topic + ' ' + it.service + ' ' + it.reason }");
  }

  private List<String> rows(String table) throws SQLException {
    String name = table.contains(" ") ? table.substring(0, table.indexOf(' ')) : table;
    String where = table.substring(name.length());
    List<String> rows = new ArrayList<>();
    try (Connection c = database.getConnection();
        Statement s = c.createStatement();
        ResultSet found =
            s.executeQuery("select t::text from " + name + " t" + where + " order by 1")) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }
}
