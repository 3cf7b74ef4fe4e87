package io.espalier.pruning.surgeon;

import io.espalier.pruning.saliency.SaliencyUnusable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The Hessian of a layer's mean squared output error (halved) by the weights of any one of its
 * outputs: {@code H = mean of x x' + damping * I}, and its inverse. Inputs that were 0 in every
 * sample are left out: their weights make no difference.
 *
 * <p>Time inputs^3, memory two matrices of inputs^2 doubles; {@link SurgeonMemory} has what comes
 * to that for a time.
 */
final class LayerHessian {
  private static final double DAMPING = 1e-4;
  private static final double MORE = 10;

  private final int inputs;
  private final int[] active;
  private final double[][] matrix;
  private final double[][] inverse;

  private LayerHessian(int inputs, int[] active, double[][] matrix, double[][] inverse) {
    this.inputs = inputs;
    this.active = active;
    this.matrix = matrix;
    this.inverse = inverse;
  }

  /**
   * Damped by {@value #DAMPING} of the mean of the diagonal, or so many times {@value #MORE} that
   * every pivot is as large as the damping demands in exact arithmetic, rounding apart.
   *
   * @throws SaliencyUnusable if an input is no finite number
   */
  static LayerHessian of(String tensor, Gram gram) throws SaliencyUnusable {
    int[] active =
        IntStream.rangeClosed(0, gram.inputs()).filter(i -> gram.mean(i, i) != 0).toArray();
    double[][] means = part(gram, active);
    double trace = IntStream.range(0, active.length).mapToDouble(i -> means[i][i]).sum();
    if (!Double.isFinite(trace)) {
      throw new SaliencyUnusable("the inputs of " + tensor + " are not finite");
    }
    double damping = DAMPING * trace / active.length;
    while (true) {
      Optional<Cholesky> factor = Cholesky.of(damped(means, damping), damping / 2);
      if (factor.isPresent()) {
        damp(means, damping);
        return new LayerHessian(gram.inputs(), active, means, factor.get().inverse());
      }
      damping *= MORE;
    }
  }

  private static double[][] part(Gram gram, int[] active) {
    double[][] means = new double[active.length][active.length];
    for (int i = 0; i < active.length; i++) {
      for (int j = 0; j < active.length; j++) {
        means[i][j] = gram.mean(active[i], active[j]);
      }
    }
    return means;
  }

  private static double[][] damped(double[][] means, double damping) {
    double[][] damped = Arrays.stream(means).map(double[]::clone).toArray(double[][]::new);
    damp(damped, damping);
    return damped;
  }

  private static void damp(double[][] matrix, double damping) {
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][i] += damping;
    }
  }

  /** Number of inputs without the constant. */
  int inputs() {
    return inputs;
  }

  /** The inputs that are not always 0, ascending; the last one is the constant. Not a copy. */
  int[] active() {
    return active;
  }

  /** The damped Hessian of the active inputs, not a copy. */
  double[][] matrix() {
    return matrix;
  }

  /** Its inverse, not a copy. */
  double[][] inverse() {
    return inverse;
  }
}
