package io.espalier.tracker.launch;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** Ids of campaigns: a readable form of the name and five random characters. */
final class CampaignIds {
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int RANDOM_CHARACTERS = 5;
  private static final int LONGEST_SLUG = 40;

  private CampaignIds() {}

  /** A new id such as {@code mnist-demo-k3x7q}. */
  static String of(String name, RandomGenerator random) {
    StringBuilder id = new StringBuilder(slug(name)).append('-');
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      id.append(BASE32.charAt(random.nextInt(BASE32.length())));
    }
    return id.toString();
  }

  private static String slug(String name) {
    String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    if (slug.length() > LONGEST_SLUG) {
      slug = slug.substring(0, LONGEST_SLUG);
    }
    slug = slug.replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "campaign" : slug;
  }
}
