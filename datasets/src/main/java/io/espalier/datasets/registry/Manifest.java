package io.espalier.datasets.registry;

import io.espalier.plan.Require;

/**
 * What is registered under a name.
 *
 * @param name lower-case name in the catalogue
 * @param classes labels are 0 to {@code classes - 1}
 * @param longest most letters of a string
 * @param training strings to train and validate on
 * @param test strings to report results on
 * @param origin where they came from, for people
 */
public record Manifest(
    String name, int classes, int longest, Part training, Part test, String origin) {

  /** Names that can be a file name on every system. */
  public static final String NAME = "[a-z0-9][a-z0-9_.-]{0,63}";

  public Manifest {
    Require.text("manifest.name", name);
    Require.within("manifest.classes", classes, 2, 128);
    Require.atLeast("manifest.longest", longest, 1);
    Require.present("manifest.training", training);
    Require.present("manifest.test", test);
    Require.text("manifest.origin", origin);
  }

  /**
   * A stored CSV file with the columns {@code string,label}; its hash is its name.
   *
   * @param sha256 of its content
   * @param bytes its length
   * @param samples its strings
   */
  public record Part(String sha256, int bytes, int samples) {
    public Part {
      Require.sha256("part.sha256", sha256);
      Require.atLeast("part.bytes", bytes, 1);
      Require.atLeast("part.samples", samples, 1);
    }

    String fileName() {
      return sha256 + ".csv";
    }
  }

  /** Whether both hold the same samples in the same parts, wherever they came from. */
  boolean hasSameContent(Manifest other) {
    return classes == other.classes && training.equals(other.training) && test.equals(other.test);
  }
}
