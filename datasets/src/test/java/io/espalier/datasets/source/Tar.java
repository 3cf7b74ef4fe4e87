package io.espalier.datasets.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes small tar archives for tests. */
final class Tar {
  private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

  Tar file(String name, byte[] content) {
    return entry('0', name, content);
  }

  Tar entry(char type, String name, byte[] content) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 124, String.format("%011o", content.length));
    header[156] = (byte) type;
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, String.format("%06o", sum));
    archive.writeBytes(header);
    archive.writeBytes(content);
    archive.writeBytes(new byte[-content.length & 511]);
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(archive.toByteArray());
    whole.writeBytes(new byte[1024]);
    return whole.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
