package io.espalier.log;

import java.util.List;

/** The broker's topics do not keep facts for ever; a service must not run on them. */
public final class TopicsUnfit extends RuntimeException {
  TopicsUnfit(List<String> problems) {
    super(
        "the broker's topics would lose events:\n  "
            + String.join("\n  ", problems)
            + "\nset them with kafka-configs.sh --alter, or start with an empty broker");
  }
}
