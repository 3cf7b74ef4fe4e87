package io.espalier.campaign;

import io.espalier.plan.GraphPrior;
import io.espalier.plan.GraphPrior.Amount;
import io.espalier.plan.GraphPrior.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a prior of random graphs and its parameters. */
final class PriorField {
  static final int MOST_NODES = 10_000;
  private static final Pattern PER_NODES = Pattern.compile("n/([1-9][0-9]{0,3})");

  private PriorField() {}

  static Optional<GraphPrior> read(Field field) {
    return switch (field.kind(
        "prior",
        "erdos-renyi",
        "watts-strogatz",
        "newman-watts-strogatz",
        "barabasi-albert",
        "layered-random",
        "layered-complete")) {
      case "erdos-renyi" -> erdosRenyi(field);
      case "watts-strogatz" -> ring(field, "rewiring", GraphPrior.WattsStrogatz::new);
      case "newman-watts-strogatz" -> ring(field, "shortcuts", GraphPrior.NewmanWattsStrogatz::new);
      case "barabasi-albert" -> barabasiAlbert(field);
      case "layered-random" -> layeredRandom(field);
      case "layered-complete" -> layeredComplete(field);
      default -> Optional.empty();
    };
  }

  private static Optional<GraphPrior> erdosRenyi(Field field) {
    only(field, "nodes", "probability");
    Optional<Range> nodes = range(field.get("nodes"));
    Optional<Double> probability = share(field.get("probability"));
    return nodes.flatMap(n -> probability.map(p -> new GraphPrior.ErdosRenyi(n, p)));
  }

  private static Optional<GraphPrior> barabasiAlbert(Field field) {
    only(field, "nodes", "attachments");
    Optional<Range> nodes = range(field.get("nodes"));
    Optional<Amount> attachments = amount(field.get("attachments"), nodes, 1);
    return nodes.flatMap(n -> attachments.map(m -> new GraphPrior.BarabasiAlbert(n, m)));
  }

  private static Optional<GraphPrior> layeredRandom(Field field) {
    only(field, "widths", "probability");
    List<Integer> widths = widths(field.get("widths"));
    return share(field.get("probability"))
        .filter(p -> widths.size() >= 2)
        .map(p -> new GraphPrior.LayeredRandom(widths, p));
  }

  private static Optional<GraphPrior> layeredComplete(Field field) {
    only(field, "widths");
    List<Integer> widths = widths(field.get("widths"));
    return widths.size() < 2
        ? Optional.empty()
        : Optional.of(new GraphPrior.LayeredComplete(widths));
  }

  @FunctionalInterface
  private interface Ring {
    GraphPrior of(Range nodes, Amount neighbours, double probability);
  }

  private static Optional<GraphPrior> ring(Field field, String probability, Ring ring) {
    only(field, "nodes", "neighbours", probability);
    Optional<Range> nodes = range(field.get("nodes"));
    Optional<Amount> neighbours = amount(field.get("neighbours"), nodes, 2);
    Optional<Double> chance = share(field.get(probability));
    return nodes.flatMap(n -> neighbours.flatMap(k -> chance.map(p -> ring.of(n, k, p))));
  }

  private static void only(Field field, String... own) {
    List<String> allowed = new ArrayList<>(List.of("prior", "count", "seed"));
    allowed.addAll(List.of(own));
    field.onlyFields(allowed.toArray(String[]::new));
  }

  private static Optional<Range> range(Field field) {
    String allowed = "a number of nodes from 2 to " + MOST_NODES + ", or a range such as [10, 50]";
    if (field.present() && field.node().isArray() && field.node().size() == 2) {
      int from = field.node().get(0).isInt() ? field.node().get(0).intValue() : 0;
      int to = field.node().get(1).isInt() ? field.node().get(1).intValue() : 0;
      return from >= 2 && to >= from && to <= MOST_NODES
          ? Optional.of(new Range(from, to))
          : field.refuse(allowed);
    }
    return field.present() && field.node().isInt()
        ? field.integer(2, MOST_NODES).map(n -> new Range(n.intValue(), n.intValue()))
        : field.refuse(allowed);
  }

  /** An amount that is at least {@code least} and below the number of nodes, whatever is drawn. */
  private static Optional<Amount> amount(Field field, Optional<Range> nodes, int least) {
    String allowed =
        "a whole number or n/<number>, at least "
            + least
            + " and below the number of nodes for all of them";
    if (!field.present()) {
      return field.refuse(allowed);
    }
    Matcher share = PER_NODES.matcher(field.node().asText());
    Optional<Amount> amount =
        field.node().isInt() && field.node().intValue() >= 1
            ? Optional.of(new Amount(field.node().intValue(), false))
            : share.matches()
                ? Optional.of(new Amount(Integer.parseInt(share.group(1)), true))
                : Optional.empty();
    boolean fits =
        amount.isPresent()
            && nodes
                .map(
                    n -> amount.get().of(n.from()) >= least && amount.get().of(n.from()) < n.from())
                .orElse(true);
    return fits ? amount : field.refuse(allowed);
  }

  private static Optional<Double> share(Field field) {
    return field.number(0, 1, "a probability from 0 to 1");
  }

  private static List<Integer> widths(Field field) {
    List<Integer> widths = new ArrayList<>();
    List<Field> items = field.items(1000, "a list of 2 to 1000 layer widths");
    if (items.size() == 1) {
      field.refuse("a list of 2 to 1000 layer widths");
    }
    for (Field item : items) {
      item.integer(1, MOST_NODES).ifPresent(w -> widths.add(w.intValue()));
    }
    if (widths.stream().mapToLong(Integer::longValue).sum() > MOST_NODES) {
      field.refuse("layer widths that add up to at most " + MOST_NODES);
    }
    return widths;
  }
}
