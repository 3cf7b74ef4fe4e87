package io.espalier.networks.kernels;

/**
 * tanh and the logistic function as one rational function, tanh(x) = x P(x^2) / Q(x^2) with P and Q
 * of degree 4, fitted to [0, 8.9] by least squares reweighted towards the greatest relative error;
 * beyond, x is cut off, where tanh differs from 1 by less than 4e-8. In floats the greatest error
 * is 4e-7, relative as well as absolute (so a result may exceed 1 by that much); sigmoid(x) is (1 +
 * tanh(x/2)) / 2 with an absolute error of 2e-7. NaN stays NaN.
 */
public final class Rational {
  /** Greatest magnitude that is told apart. */
  public static final float LIMIT = 8.9f;

  /** Coefficients of P, the highest power first. */
  public static final float P4 = 1.3533672E-8f;

  public static final float P3 = 0.000020737125f;
  public static final float P2 = 0.0035033338f;
  public static final float P1 = 0.13387538f;

  /** Coefficients of Q, the highest power first; both constants are 1. */
  public static final float Q4 = 7.8494577E-7f;

  public static final float Q3 = 0.00032983243f;
  public static final float Q2 = 0.025906423f;
  public static final float Q1 = 0.46720856f;

  private Rational() {}

  static float tanh(float x) {
    float cut = x > LIMIT ? LIMIT : x < -LIMIT ? -LIMIT : x;
    float z = cut * cut;
    float p = (((P4 * z + P3) * z + P2) * z + P1) * z + 1;
    float q = (((Q4 * z + Q3) * z + Q2) * z + Q1) * z + 1;
    return cut * p / q;
  }

  static float sigmoid(float x) {
    return 0.5f * tanh(0.5f * x) + 0.5f;
  }
}
