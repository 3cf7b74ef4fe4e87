package io.espalier.replay;

import io.espalier.artifacts.store.ArtifactStore;
import io.espalier.audit.verification.AuditReport;
import io.espalier.audit.verification.Problem;
import io.espalier.audit.verification.StepRow;
import io.espalier.audit.verification.Verified;
import io.espalier.audit.verification.Verified.Work;
import io.espalier.datasets.DatasetCatalogue;
import io.espalier.events.TrialEvent;
import io.espalier.pruning.saliency.Saliencies;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Computes what a campaign told again. Every step begins with the files that its events name, so
 * that none waits for another: one step per core at a time, at most the cost of the original.
 */
final class Replay {
  private final ArtifactStore artifacts;
  private final DatasetCatalogue datasets;
  private final Saliencies saliencies;
  private final Progress progress;

  /** Hears how far a replay is. */
  @FunctionalInterface
  interface Progress {
    void at(long done, long total);
  }

  Replay(
      ArtifactStore artifacts,
      DatasetCatalogue datasets,
      Saliencies saliencies,
      Progress progress) {
    this.artifacts = artifacts;
    this.datasets = datasets;
    this.saliencies = saliencies;
    this.progress = progress;
  }

  /** The report with what the replay found; each difference is a problem. */
  AuditReport of(Verified verified, boolean prunings, boolean trainings)
      throws InterruptedException {
    long start = System.nanoTime();
    List<Callable<Replayed>> works = new ArrayList<>();
    if (prunings) {
      PruningAgain again = new PruningAgain(artifacts, datasets, saliencies);
      verified.prunings().forEach(work -> works.add(() -> one(work, again::compare)));
    }
    if (trainings) {
      TrainingAgain again = new TrainingAgain(artifacts, datasets);
      verified.trainings().forEach(work -> works.add(() -> one(work, again::compare)));
    }
    return merged(verified.report(), run(works), (System.nanoTime() - start) / 1e9);
  }

  /** A step that cannot be done for whatever reason is a problem of its own; the rest goes on. */
  static <E extends TrialEvent> Replayed one(Work<E> work, Function<Work<E>, Replayed> again) {
    try {
      return again.apply(work);
    } catch (RuntimeException e) {
      return Replayed.broken(work, e);
    }
  }

  private List<Replayed> run(List<Callable<Replayed>> works) throws InterruptedException {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      CompletionService<Replayed> ended = new ExecutorCompletionService<>(workers);
      works.forEach(ended::submit);
      List<Replayed> all = new ArrayList<>();
      while (all.size() < works.size()) {
        all.add(ended.take().get());
        progress.at(all.size(), works.size());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the replay failed", e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static AuditReport merged(AuditReport verified, List<Replayed> replayed, double seconds) {
    List<StepRow> steps = new ArrayList<>(verified.steps());
    List<Problem> problems = new ArrayList<>(verified.problems());
    List<String> notes = new ArrayList<>(verified.notes());
    long skipped = replayed.stream().filter(Replayed::isSkipped).count();
    if (skipped > 0) {
      notes.add(skipped + " of " + replayed.size() + " steps could not be computed again");
    }
    for (Replayed result : replayed) {
      result.problem().ifPresent(problems::add);
      result.note().filter(note -> !notes.contains(note)).ifPresent(notes::add);
      if (result.row() >= 0) {
        steps.set(
            result.row(),
            steps.get(result.row()).replayed(result.same(), result.problem().map(Problem::what)));
      }
    }
    return new AuditReport(
        verified.campaign(),
        verified.events(),
        verified.files(),
        steps,
        problems,
        notes,
        verified.seconds() + seconds,
        skipped);
  }
}
