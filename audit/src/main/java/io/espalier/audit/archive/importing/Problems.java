package io.espalier.audit.archive.importing;

import io.espalier.audit.archive.ArchiveRefused;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an archive: all of it, though of very many problems only the first. */
final class Problems {
  private static final int MOST = 200;

  private final List<String> told = new ArrayList<>();
  private long more;

  void add(String problem) {
    if (told.size() < MOST) {
      told.add(problem);
    } else {
      more++;
    }
  }

  /** Refuses the archive if anything is wrong. */
  void refuseIfAny() throws ArchiveRefused {
    if (!told.isEmpty()) {
      List<String> all = new ArrayList<>(told);
      if (more > 0) {
        all.add("and " + more + " more");
      }
      throw new ArchiveRefused(all);
    }
  }
}
