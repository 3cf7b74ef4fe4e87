package io.espalier.datasets;

import io.espalier.datasets.order.Shuffle;
import io.espalier.datasets.strings.CsvColumns;
import io.espalier.datasets.strings.LabelledString;
import io.espalier.datasets.strings.Problems;
import io.espalier.datasets.strings.StringsReader;
import io.espalier.plan.Require;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A user's labelled strings, to be registered.
 *
 * @param name name for the catalogue
 * @param train CSV file of strings to train and validate on
 * @param held what results are reported on
 * @param columns where strings and labels stand in the files
 */
public record CsvDataset(String name, Path train, HeldOut held, CsvColumns columns) {
  private static final long LARGEST_FILE = 256L << 20;

  /** A tenth of them, at least one, is for validation. */
  private static final int LEAST_TRAINING = 10;

  public CsvDataset {
    Require.text("dataset.name", name);
    Require.present("dataset.train", train);
    Require.present("dataset.held", held);
    Require.present("dataset.columns", columns);
  }

  /** Where the test strings come from. */
  public sealed interface HeldOut {

    /** A CSV file of their own with the same columns. */
    record File(Path file) implements HeldOut {}

    /**
     * A random part of the training file.
     *
     * @param share of its strings, between 0 and 1, both excluded
     * @param seed decides which
     */
    record Share(double share, long seed) implements HeldOut {
      public Share {
        Require.within("share", share, Math.nextUp(0.0), Math.nextDown(1.0));
      }
    }
  }

  /** Both parts as read. */
  record Parts(List<LabelledString> training, List<LabelledString> test, String origin) {}

  /** Reads and splits the files; what is wrong goes to {@code problems}. */
  Parts read(Problems problems) {
    List<LabelledString> all = strings(train, problems);
    List<LabelledString> training = all;
    List<LabelledString> test;
    String origin = train.toAbsolutePath().normalize().toString();
    if (held instanceof HeldOut.File file) {
      test = strings(file.file(), problems);
      origin += ", test " + file.file().toAbsolutePath().normalize();
    } else {
      HeldOut.Share share = (HeldOut.Share) held;
      int[] order = Shuffle.indices(all.size(), share.seed());
      int tests = (int) Math.max(1, Math.round(share.share() * all.size()));
      test = picked(all, order, 0, Math.min(tests, all.size()));
      training = picked(all, order, test.size(), all.size());
      origin += ", test share " + share.share() + " by seed " + share.seed();
    }
    if (problems.isEmpty() && training.size() < LEAST_TRAINING) {
      problems.add(
          train.toString(),
          "leaves "
              + training.size()
              + " strings to train on, allowed: at least "
              + LEAST_TRAINING);
    }
    return new Parts(training, test, origin);
  }

  private List<LabelledString> strings(Path file, Problems problems) {
    try {
      if (Files.isDirectory(file)) {
        problems.add(file.toString(), "is a directory, allowed: a CSV file");
      } else if (!Files.exists(file)) {
        problems.add(file.toString(), "there is no such file");
      } else if (Files.size(file) > LARGEST_FILE) {
        problems.add(
            file.toString(),
            "is "
                + Files.size(file)
                + " bytes long, allowed: at most "
                + LARGEST_FILE
                + " (256 MB)");
      } else {
        return StringsReader.read(file.toString(), Files.readAllBytes(file), columns, problems);
      }
    } catch (IOException e) {
      problems.add(file.toString(), "cannot be read (" + e.getMessage() + ")");
    }
    return List.of();
  }

  private static List<LabelledString> picked(
      List<LabelledString> all, int[] order, int from, int to) {
    List<LabelledString> picked = new ArrayList<>();
    for (int i = from; i < to; i++) {
      picked.add(all.get(order[i]));
    }
    return picked;
  }
}
