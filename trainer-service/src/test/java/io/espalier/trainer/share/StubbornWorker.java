package io.espalier.trainer.share;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A worker process that takes a record and never finishes it. */
final class StubbornWorker {
  private StubbornWorker() {}

  /** Arguments: bootstrap servers, lock in milliseconds, topic. Prints a line per record. */
  public static void main(String[] arguments) throws InterruptedException {
    ShareGroup group =
        new ShareGroup(
            Map.of("bootstrap.servers", arguments[0]),
            "trainers",
            List.of(arguments[2]),
            Duration.ofMillis(Long.parseLong(arguments[1])));
    CountDownLatch never = new CountDownLatch(1);
    ShareSlots.start(
        group,
        10,
        "stubborn",
        1,
        delivery -> {
          System.out.println("took");
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Verdict.HAND_BACK;
        });
    never.await();
  }
}
