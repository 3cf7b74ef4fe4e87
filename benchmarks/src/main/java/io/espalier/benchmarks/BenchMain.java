package io.espalier.benchmarks;

import io.espalier.benchmarks.cases.Catalogue;
import io.espalier.benchmarks.cases.MachineBenchmarks;
import io.espalier.benchmarks.harness.Benchmark;
import io.espalier.benchmarks.harness.Harness;
import io.espalier.benchmarks.harness.Measurement;
import io.espalier.benchmarks.report.Report;
import io.espalier.benchmarks.report.ResultTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The program that {@code ./espalier bench} starts. Progress goes to standard error. */
public final class BenchMain {
  private static final int FAILED = 1;
  private static final int REFUSED = 2;

  private BenchMain() {}

  /** Measures and ends the process: 0 done, 1 failed, 2 refused. */
  public static void main(String[] args) {
    System.exit(run(List.of(args)));
  }

  static int run(List<String> args) {
    List<Benchmark> catalogue = Catalogue.all();
    try {
      Arguments arguments = Arguments.parse(args, catalogue);
      if (arguments.list()) {
        arguments.chosen().forEach(b -> System.out.println(b.name() + " [" + b.unit() + "]"));
        return 0;
      }
      if (arguments.json().isPresent()) {
        arguments.json().get().requireWritable();
      }
      Report report = new Report(measure(arguments), MachineBenchmarks.PEAK);
      ResultTable.lines(report).forEach(System.out::println);
      if (arguments.json().isPresent()) {
        arguments.json().get().write(report);
        System.err.println("Figures are in " + arguments.json().get().path());
      }
      return 0;
    } catch (Arguments.Refused e) {
      System.err.println(e.getMessage());
      return REFUSED;
    } catch (IOException e) {
      System.err.println("The file of --json cannot be written: " + e);
      return FAILED;
    }
  }

  private static List<Measurement> measure(Arguments arguments) {
    Harness harness = new Harness(arguments.effort());
    List<Measurement> measurements = new ArrayList<>();
    int count = arguments.chosen().size();
    for (Benchmark benchmark : arguments.chosen()) {
      long start = System.nanoTime();
      System.err.printf("[%d/%d] %s ... ", measurements.size() + 1, count, benchmark.name());
      Measurement measurement = harness.measure(benchmark);
      measurements.add(measurement);
      System.err.printf(
          Locale.ROOT,
          "%,.2f %s (%.1f s)%n",
          measurement.median(),
          benchmark.unit(),
          (System.nanoTime() - start) / 1e9);
    }
    return measurements;
  }
}
