package io.espalier.datasets.reber;

import java.util.Random;

/** A set of strings that can be told from others and drawn from at random. */
interface Grammar {

  /** Whether the string belongs to the grammar; linear in its length. */
  boolean accepts(String string);

  /** A string of the grammar; at every fork each way is equally likely. */
  String draw(Random random);
}
