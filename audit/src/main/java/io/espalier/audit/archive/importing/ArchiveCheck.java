package io.espalier.audit.archive.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.espalier.audit.archive.ArchiveProgress;
import io.espalier.audit.archive.ArchiveRefused;
import io.espalier.audit.archive.format.ArchiveEntry;
import io.espalier.audit.archive.format.Manifest;
import io.espalier.audit.verification.UnknownCampaign;
import io.espalier.audit.verification.Verification;
import io.espalier.envelope.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks everything about an archive that can be said without a log: names, lengths and hashes of
 * its entries, the root hash, and its events. Time is linear in its bytes; memory in the entries
 * and events, not in the artifacts.
 */
final class ArchiveCheck {
  /** What a manifest may take of the memory: read and taken apart, it needs several times that. */
  private static final int HEAP_SHARE = 8;

  private final Problems problems = new Problems();
  private final ArchiveProgress progress;

  ArchiveCheck(ArchiveProgress progress) {
    this.progress = progress;
  }

  /**
   * Opens an archive that holds in all points.
   *
   * @param told the root hash that somebody told by other means, to compare with
   * @throws ArchiveRefused with everything that is wrong
   * @throws IOException if the file cannot be read
   */
  CheckedArchive open(Path file, Optional<String> told) throws ArchiveRefused, IOException {
    Optional<ZipContents> zip = ZipContents.open(file, problems);
    try {
      Optional<Manifest> manifest = Optional.empty();
      if (zip.isPresent()) {
        manifest = manifest(zip.get());
      }
      if (manifest.isPresent()) {
        check(zip.get(), manifest.get(), told);
      }
      problems.refuseIfAny();
      verify(zip.orElseThrow(), manifest.orElseThrow());
      problems.refuseIfAny();
      return new CheckedArchive(zip.orElseThrow(), manifest.orElseThrow());
    } catch (ArchiveRefused | RuntimeException e) {
      if (zip.isPresent()) {
        zip.get().close();
      }
      throw e;
    }
  }

  private Optional<Manifest> manifest(ZipContents zip) {
    if (!zip.names().contains(ArchiveEntry.MANIFEST)) {
      problems.add("it has no " + ArchiveEntry.MANIFEST + ": it is no archive of Espalier");
      return Optional.empty();
    }
    try {
      int most = (int) Math.min(Manifest.MOST_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
      Optional<byte[]> text = zip.read(ArchiveEntry.MANIFEST, most);
      if (text.isEmpty()) {
        problems.add(ArchiveEntry.MANIFEST + " is larger than " + most + " bytes");
        return Optional.empty();
      }
      return Optional.ofNullable(Json.mapper().readValue(text.get(), Manifest.class));
    } catch (JsonProcessingException e) {
      problems.add(ArchiveEntry.MANIFEST + ": " + reason(e));
    } catch (IOException e) {
      problems.add(ArchiveEntry.MANIFEST + " cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  private void check(ZipContents zip, Manifest manifest, Optional<String> told) {
    String root = manifest.computedRoot();
    if (!root.equals(manifest.root())) {
      problems.add(
          "the root hash is wrong: the manifest says " + manifest.root() + ", its entries " + root);
    }
    if (told.isPresent() && !told.get().equals(root)) {
      problems.add("the root hash is " + root + ", not " + told.get() + " as told with --root");
    }
    List<String> excesses = manifest.excesses();
    if (!excesses.isEmpty()) {
      excesses.forEach(problems::add);
      return;
    }
    Set<String> missing = new TreeSet<>();
    Set<String> unlisted = new TreeSet<>(zip.names());
    unlisted.remove(ArchiveEntry.MANIFEST);
    int done = 0;
    for (ArchiveEntry entry : manifest.entries()) {
      if (unlisted.remove(entry.path())) {
        zip.flaw(entry.path(), entry.bytes(), entry.sha256())
            .ifPresent(flaw -> problems.add(entry.path() + " " + flaw));
      } else {
        missing.add(entry.path());
      }
      done++;
      progress.at("checking files", done, manifest.entries().size());
    }
    missing.forEach(path -> problems.add(path + " is in the manifest and missing"));
    unlisted.forEach(
        path -> problems.add("entry '" + EntryName.shown(path) + "' is not in the manifest"));
    if (zip.names().contains(ArchiveEntry.EVENTS)) {
      events(zip, manifest);
    } else if (!missing.contains(ArchiveEntry.EVENTS)) {
      problems.add("it has no " + ArchiveEntry.EVENTS);
    }
  }

  private void events(ZipContents zip, Manifest manifest) {
    EventsCheck check = new EventsCheck(manifest, problems);
    long done = 0;
    try (EventLines lines = new EventLines(zip.open(ArchiveEntry.EVENTS))) {
      for (Optional<String> line = lines.next();
          line.isPresent() && done <= manifest.events();
          line = lines.next()) {
        check.take(line.get());
        done++;
        progress.at("checking events", done, manifest.events());
      }
    } catch (IOException | UncheckedIOException e) {
      problems.add(ArchiveEntry.EVENTS + " cannot be read: " + e.getMessage());
    }
    check.finish();
  }

  /** What an audit finds in the history, once the archive itself is whole. */
  private void verify(ZipContents zip, Manifest manifest) {
    try {
      new Verification(
              new ZipArtifacts(zip), (done, all) -> progress.at("verifying steps", done, all))
          .of(
              manifest.campaign(),
              (each, flaws) -> {
                try {
                  CheckedArchive.events(zip, manifest, each::accept);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .report()
          .problems()
          .forEach(problem -> problems.add(problem.at() + ": " + problem.what()));
    } catch (UnknownCampaign | UncheckedIOException e) {
      problems.add("the history cannot be verified: " + e.getMessage());
    }
  }

  private static String reason(JsonProcessingException e) {
    Throwable cause = e.getCause();
    return cause instanceof IllegalArgumentException || cause instanceof NullPointerException
        ? cause.getMessage()
        : e.getOriginalMessage();
  }
}
