package io.espalier.datasets.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {
  private static final byte[] CONTENT = "petals".getBytes(StandardCharsets.UTF_8);
  private static final PinnedFile FILE =
      new PinnedFile("petals.txt", CONTENT.length, PinnedFile.sha256(CONTENT));

  @TempDir Path directory;

  @Test
  void aFileIsFetchedOnceAndThenRead() throws SourceException, IOException {
    AtomicInteger fetches = new AtomicInteger();
    FileSource source =
        files -> {
          fetches.incrementAndGet();
          return Map.of(FILE.name(), CONTENT);
        };
    List<String> heard = new ArrayList<>();

    cache().ensure(source, heard::add);
    cache().ensure(source, heard::add);

    assertThat(fetches).hasValue(1);
    assertThat(heard).hasSize(1);
    assertThat(cache().read(FILE)).isEqualTo(CONTENT);
    assertThat(directory.resolve("petals.txt")).hasBinaryContent(CONTENT);
  }

  @Test
  void aFileThatWasAlteredIsNamedAndLeftAlone() throws IOException {
    Files.writeString(directory.resolve("petals.txt"), "pebble");

    assertThatThrownBy(() -> cache().ensure(files -> Map.of(FILE.name(), CONTENT), text -> {}))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining(directory.resolve("petals.txt").toString())
        .hasMessageContaining("was altered")
        .hasMessageContaining(FILE.sha256());
    assertThat(directory.resolve("petals.txt")).hasContent("pebble");
  }

  @Test
  void aTruncatedFileIsNamed() throws IOException {
    Files.writeString(directory.resolve("petals.txt"), "pet");

    assertThatThrownBy(() -> cache().read(FILE)).hasMessageContaining("3 bytes instead of 6");
  }

  @Test
  void aSourceThatDeliversSomethingElseLeavesNothingBehind() throws IOException {
    byte[] other = "pebble".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> cache().ensure(files -> Map.of(FILE.name(), other), text -> {}))
        .hasMessageContaining("petals.txt has SHA-256");
    try (var left = Files.list(directory)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactly(".lock");
    }
  }

  @Test
  void threadsThatNeedTheSameFilesFetchThemOnce() throws Exception {
    AtomicInteger fetches = new AtomicInteger();
    Callable<byte[]> need =
        () -> {
          cache()
              .ensure(
                  files -> {
                    fetches.incrementAndGet();
                    return Map.of(FILE.name(), CONTENT);
                  },
                  text -> {});
          return cache().read(FILE);
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<byte[]> done : threads.invokeAll(List.of(need, need, need, need))) {
        assertThat(done.get()).isEqualTo(CONTENT);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(fetches).hasValue(1);
  }

  private FileCache cache() {
    return new FileCache(directory, List.of(FILE));
  }
}
