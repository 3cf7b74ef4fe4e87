package io.espalier.tracker.fold;

import java.util.Map;
import java.util.Set;

/**
 * What a fold changed; told to browsers after the commit.
 *
 * @param trainings changed rows by campaign; a campaign without rows changed itself
 */
public record Changes(Map<String, Set<String>> trainings) {
  /** Nothing changed. */
  public static final Changes NONE = new Changes(Map.of());
}
