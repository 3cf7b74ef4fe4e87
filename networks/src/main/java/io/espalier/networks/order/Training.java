package io.espalier.networks.order;

/** Does trainings. The same order gives the same weights on the same type of machine. */
public interface Training {

  /** What trainings run on, such as {@code cpu}. */
  String device();

  /**
   * Trains one network on the calling thread. An interrupt of the thread abandons the training
   * promptly.
   */
  Outcome run(TrainingOrder order, Watcher watcher);

  /** Looks on while a network is trained. Called on the training thread. */
  interface Watcher {
    /** Whether the training is to go on; asked after each epoch. */
    boolean goesOn();

    /** An epoch is over. */
    void epochFinished(EpochReport report);
  }
}
