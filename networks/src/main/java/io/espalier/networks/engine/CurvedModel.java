package io.espalier.networks.engine;

import io.espalier.networks.kernels.Matrix;

/** A model that also tells second derivatives, and what its layers read. */
public interface CurvedModel extends Model {

  /**
   * Overwrites {@link Parameter#gradients()} of every weight that a mask covers with the batch's
   * {@link Curvature}, exactly sample by sample; those of other parameters are undefined
   * afterwards. Takes as long as one call of {@link #gradients} per pass, or less.
   */
  void curve(Batch batch, Curvature curvature);

  /**
   * Runs the batch forward, without dropout, and tells what the rows of weight tensors read, for
   * the tensors of which all rows read the same; by default of none. Meant for models whose mask
   * keeps everything: others leave out inputs that no weight leads from.
   */
  default void read(Batch batch, InputListener listener) {}

  /** Is told what the rows of a weight tensor read. */
  @FunctionalInterface
  interface InputListener {
    /**
     * Called once or several times per tensor and batch.
     *
     * @param tensor name of the weights [outputs, inputs]
     * @param inputs a row per sample, or per sample and time step; valid during the call
     * @param rows how many rows hold something
     */
    void reads(String tensor, Matrix inputs, int rows);
  }
}
