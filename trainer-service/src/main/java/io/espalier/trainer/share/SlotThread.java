package io.espalier.trainer.share;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** The thread that does a slot's work, one piece after another. Used by one owner only. */
final class SlotThread implements AutoCloseable {
  private final ExecutorService executor;
  private Future<?> running = CompletableFuture.completedFuture(null);

  SlotThread(String name) {
    executor =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Starts a piece of work, after the one before has ended. */
  CompletableFuture<Verdict> start(Supplier<Verdict> work) {
    CompletableFuture<Verdict> result = new CompletableFuture<>();
    running =
        executor.submit(
            () -> {
              try {
                result.complete(work.get());
              } catch (Throwable e) {
                result.completeExceptionally(e);
                throw e;
              }
            });
    return result;
  }

  /** Interrupts the present piece of work, which then still has to end. */
  void interrupt() {
    running.cancel(true);
  }

  /** Ends the thread after the present piece of work, without waiting for it. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
