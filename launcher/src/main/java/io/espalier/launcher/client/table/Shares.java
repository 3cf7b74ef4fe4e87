package io.espalier.launcher.client.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Shares (0..1) as people read them: percentages, and differences in percentage points. */
public final class Shares {

  private Shares() {}

  /** Such as {@code 97.41 %}; a dash for what is not known. */
  public static String percent(Double share) {
    return share == null || share.isNaN()
        ? "-"
        : String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  /** Such as {@code 80 %} or {@code 99.5 %}: as many digits as it takes, at most two. */
  public static String shortPercent(double share) {
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  /** Such as {@code +0.12}, in percentage points. */
  public static String points(double difference) {
    String points = String.format(Locale.ROOT, "%+.2f", difference * 100);
    return points.equals("-0.00") ? "+0.00" : points;
  }
}
