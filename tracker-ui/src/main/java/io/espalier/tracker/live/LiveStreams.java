package io.espalier.tracker.live;

import io.espalier.tracker.campaigns.CampaignQueries;
import io.espalier.tracker.trials.Training;
import io.espalier.tracker.workers.WorkerQueries;
import io.espalier.tracker.workers.WorkersView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;

/**
 * The streams of one browser each. At every tick what has changed since the last one is fetched and
 * sent; while a browser is slow its ticks are dropped, what changed stays noted.
 */
@ApplicationScoped
class LiveStreams {
  private static final Duration CAMPAIGN_TICK = Duration.ofMillis(250);
  private static final Duration WORKERS_TICK = Duration.ofMillis(500);
  private static final int TICKS_PER_SIGN_OF_LIFE = 40;

  /** Rows per tick; a browser that connects gets all rows of a campaign that has no more. */
  private static final int ROWS_AT_ONCE = 1000;

  private final LiveHub hub;
  private final CampaignQueries campaigns;
  private final WorkerQueries workers;

  LiveStreams(LiveHub hub, CampaignQueries campaigns, WorkerQueries workers) {
    this.hub = hub;
    this.campaigns = campaigns;
    this.workers = workers;
  }

  Multi<OutboundSseEvent> campaign(String id, Sse sse) {
    CampaignWatch watch = hub.watchCampaign(id);
    return ticks(
            CAMPAIGN_TICK,
            sse,
            tick ->
                tick == 0
                    ? everything(id, sse)
                    : watch
                        .take(ROWS_AT_ONCE)
                        .map(ids -> changed(id, List.copyOf(ids), sse))
                        .orElse(List.of()))
        .onTermination()
        .invoke(() -> hub.close(watch));
  }

  Multi<OutboundSseEvent> workers(Sse sse) {
    AtomicReference<WorkersView> last = new AtomicReference<>();
    return ticks(
        WORKERS_TICK,
        sse,
        tick -> {
          WorkersView view = workers.view();
          return view.equals(last.getAndSet(view))
              ? List.of()
              : List.of(event(sse, "workers", view));
        });
  }

  private List<OutboundSseEvent> everything(String id, Sse sse) {
    List<Training> rows =
        campaigns.detail(id).filter(c -> c.trainings() <= ROWS_AT_ONCE).isPresent()
            ? campaigns.trainings(id)
            : List.of();
    return events(id, rows, sse);
  }

  private List<OutboundSseEvent> changed(String id, List<String> ids, Sse sse) {
    return events(id, campaigns.trainings(ids), sse);
  }

  private List<OutboundSseEvent> events(String id, List<Training> rows, Sse sse) {
    List<OutboundSseEvent> events = new ArrayList<>();
    rows.forEach(row -> events.add(event(sse, "training", row)));
    campaigns.detail(id).ifPresent(detail -> events.add(event(sse, "campaign", detail)));
    return events;
  }

  private static OutboundSseEvent event(Sse sse, String name, Object data) {
    return sse.newEventBuilder()
        .name(name)
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(data)
        .build();
  }

  private static Multi<OutboundSseEvent> ticks(
      Duration every, Sse sse, LongFunction<List<OutboundSseEvent>> events) {
    return Multi.createFrom()
        .ticks()
        .every(every)
        .onOverflow()
        .drop()
        .emitOn(Infrastructure.getDefaultWorkerPool(), 1)
        .onItem()
        .transformToMultiAndConcatenate(
            tick -> {
              List<OutboundSseEvent> all = new ArrayList<>(events.apply(tick));
              if (all.isEmpty() && tick % TICKS_PER_SIGN_OF_LIFE == 0) {
                all.add(sse.newEventBuilder().comment("still here").build());
              }
              return Multi.createFrom().iterable(all);
            });
  }
}
