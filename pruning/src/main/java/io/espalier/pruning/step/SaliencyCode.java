package io.espalier.pruning.step;

import io.espalier.pruning.PruningRefused;
import io.espalier.pruning.saliency.SaliencyUnusable;
import java.lang.System.Logger.Level;

/**
 * Calls what a plug-in may have brought. Errors that say something of that code, or of the memory
 * that it asks for, are told as a saliency that cannot be used; they are logged with their trace.
 */
final class SaliencyCode {
  private static final System.Logger LOG = System.getLogger(SaliencyCode.class.getName());

  private SaliencyCode() {}

  /** What is called. */
  @FunctionalInterface
  interface Call<T> {
    T result() throws PruningRefused, SaliencyUnusable;
  }

  /**
   * The result of a call.
   *
   * @param saliency its name
   * @throws SaliencyUnusable also for errors of linkage, assertions, the stack and memory
   */
  static <T> T call(String saliency, Call<T> call) throws PruningRefused, SaliencyUnusable {
    try {
      return call.result();
    } catch (LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
      LOG.log(Level.ERROR, saliency, e);
      throw new SaliencyUnusable(saliency + " failed: " + e);
    }
  }
}
