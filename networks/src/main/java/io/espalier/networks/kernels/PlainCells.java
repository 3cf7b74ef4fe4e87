package io.espalier.networks.kernels;

import static io.espalier.networks.kernels.Rational.sigmoid;
import static io.espalier.networks.kernels.Rational.tanh;

import io.espalier.plan.CellType;

/** One step of recurrent cells in plain loops; equations of PyTorch. */
final class PlainCells {
  private PlainCells() {}

  static void forward(CellType cell, CellTrace trace, int step) {
    float[] gates = trace.gates().values();
    float[] hidden = trace.hidden().values();
    int g = trace.gatesAt(step);
    int h = trace.hiddenAt(step);
    int size = trace.size();
    switch (cell) {
      case TANH -> {
        for (int i = 0; i < size; i++) {
          hidden[h + i] = tanh(gates[g + i]);
        }
      }
      case RELU -> {
        for (int i = 0; i < size; i++) {
          float sum = gates[g + i];
          hidden[h + i] = sum < 0 ? 0 : sum;
        }
      }
      case LSTM -> {
        float[] state = trace.state().values();
        int c = trace.stateAt(step);
        int cBefore = trace.stateAt(step - 1);
        for (int i = 0; i < size; i++) {
          lstm(gates, g + i, size, state, cBefore + i, c + i, hidden, h + i);
        }
      }
      case GRU -> {
        int before = trace.hiddenAt(step - 1);
        for (int i = 0; i < size; i++) {
          gru(gates, g + i, size, hidden, before + i, h + i);
        }
      }
    }
  }

  static void backward(
      CellType cell, CellTrace trace, int step, float[] gradient, int gradientAt, Panel carry) {
    float[] gates = trace.gates().values();
    float[] hidden = trace.hidden().values();
    int g = trace.gatesAt(step);
    int h = trace.hiddenAt(step);
    int size = trace.size();
    for (int i = 0; i < size; i++) {
      float dh = gradient[gradientAt + i] + carry.values()[carry.at() + i];
      float kept = 0;
      switch (cell) {
        case TANH -> gates[g + i] = dh * (1 - hidden[h + i] * hidden[h + i]);
        case RELU -> gates[g + i] = hidden[h + i] > 0 ? dh : 0;
        case LSTM -> lstmBack(trace, step, i, dh, carry);
        case GRU -> kept = gruBack(gates, g + i, size, hidden[trace.hiddenAt(step - 1) + i], dh);
      }
      carry.values()[carry.at() + i] = kept;
    }
  }

  private static void lstm(
      float[] gates, int g, int size, float[] state, int before, int c, float[] hidden, int h) {
    float in = sigmoid(gates[g]);
    float forget = sigmoid(gates[g + size]);
    float candidate = tanh(gates[g + 2 * size]);
    float out = sigmoid(gates[g + 3 * size]);
    gates[g] = in;
    gates[g + size] = forget;
    gates[g + 2 * size] = candidate;
    gates[g + 3 * size] = out;
    state[c] = forget * state[before] + in * candidate;
    hidden[h] = out * tanh(state[c]);
  }

  private static void lstmBack(CellTrace trace, int step, int i, float dh, Panel carry) {
    float[] gates = trace.gates().values();
    float[] state = trace.state().values();
    int size = trace.size();
    int g = trace.gatesAt(step) + i;
    int carried = carry.at() + size + i;
    float in = gates[g];
    float forget = gates[g + size];
    float candidate = gates[g + 2 * size];
    float out = gates[g + 3 * size];
    float squashed = tanh(state[trace.stateAt(step) + i]);
    float dc = carry.values()[carried] + dh * out * (1 - squashed * squashed);
    gates[g] = dc * candidate * in * (1 - in);
    gates[g + size] = dc * state[trace.stateAt(step - 1) + i] * forget * (1 - forget);
    gates[g + 2 * size] = dc * in * (1 - candidate * candidate);
    gates[g + 3 * size] = dh * squashed * out * (1 - out);
    carry.values()[carried] = dc * forget;
  }

  private static void gru(float[] gates, int g, int size, float[] hidden, int before, int h) {
    float reset = sigmoid(gates[g + size]);
    float update = sigmoid(gates[g + 2 * size]);
    float fresh = tanh(gates[g] + reset * gates[g + 3 * size]);
    gates[g] = fresh;
    gates[g + size] = reset;
    gates[g + 2 * size] = update;
    hidden[h] = fresh + update * (hidden[before] - fresh);
  }

  /** Returns the derivative by the output before, as far as it does not go through the gates. */
  private static float gruBack(float[] gates, int g, int size, float before, float dh) {
    float fresh = gates[g];
    float reset = gates[g + size];
    float update = gates[g + 2 * size];
    float recurrent = gates[g + 3 * size];
    float dFresh = dh * (1 - update) * (1 - fresh * fresh);
    gates[g] = dFresh;
    gates[g + size] = dFresh * recurrent * reset * (1 - reset);
    gates[g + 2 * size] = dh * (before - fresh) * update * (1 - update);
    gates[g + 3 * size] = dFresh * reset;
    return dh * update;
  }
}
