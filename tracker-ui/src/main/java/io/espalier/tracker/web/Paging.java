package io.espalier.tracker.web;

import io.espalier.campaign.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a list is asked for.
 *
 * @param page from 0
 * @param size rows of a page
 */
public record Paging(int page, int size) {
  private static final int DEFAULT_SIZE = 100;
  private static final int MOST = 1000;
  private static final int LAST_PAGE = 1_000_000;

  /**
   * Reads the parameters of a request; absent ones are the first page and 100 rows.
   *
   * @throws Refusal if they are out of bounds, with every problem
   */
  public static Paging of(Integer page, Integer size) {
    List<Problem> problems = new ArrayList<>();
    if (page != null && (page < 0 || page > LAST_PAGE)) {
      problems.add(new Problem("page", page.toString(), "a whole number from 0 to " + LAST_PAGE));
    }
    if (size != null && (size < 1 || size > MOST)) {
      problems.add(new Problem("size", size.toString(), "a whole number from 1 to " + MOST));
    }
    if (!problems.isEmpty()) {
      throw Refusal.invalid("There is no such page", problems);
    }
    return new Paging(page == null ? 0 : page, size == null ? DEFAULT_SIZE : size);
  }
}
