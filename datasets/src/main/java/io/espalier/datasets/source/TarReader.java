package io.espalier.datasets.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the regular files of a tar archive (ustar) one after the other, in memory.
 *
 * <p>Nothing is written to disk, and a name is only ever compared with the names a caller wants, so
 * that an entry like {@code ../../x} leads nowhere; it is refused all the same, because an archive
 * that holds one is not what it pretends to be. Extension headers and links are skipped.
 */
final class TarReader {
  private static final int BLOCK = 512;
  private static final long LARGEST_ENTRY = 1L << 31;

  private final InputStream archive;
  private String name = "";
  private long size;
  private long unread;
  private int padding;

  TarReader(InputStream archive) {
    this.archive = archive;
  }

  /** Goes on to the next regular file; false at the end of the archive. */
  boolean next() throws IOException {
    while (true) {
      archive.skipNBytes(unread + padding);
      byte[] header = archive.readNBytes(BLOCK);
      if (header.length == 0 || isZero(header)) {
        return false;
      }
      if (header.length < BLOCK) {
        throw new EOFException("the archive ends within a header");
      }
      checkSum(header);
      size = octal(header, 124, 12);
      if (size > LARGEST_ENTRY) {
        throw new IOException("the archive holds an entry of " + size + " bytes");
      }
      unread = size;
      padding = (int) (-size & (BLOCK - 1));
      char type = (char) header[156];
      if (type == '0' || type == 0) {
        String prefix = text(header, 345, 155);
        name = prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
        refuseEscape(name);
        return true;
      }
    }
  }

  /** The name of the current file with its folders. */
  String name() {
    return name;
  }

  /**
   * The content of the current file.
   *
   * @param most bytes to accept
   */
  byte[] content(int most) throws IOException {
    if (size > most) {
      throw new IOException(name + " has " + size + " bytes, expected " + most);
    }
    byte[] content = archive.readNBytes((int) size);
    if (content.length < size) {
      throw new EOFException("the archive ends within " + name);
    }
    unread = 0;
    return content;
  }

  private static void refuseEscape(String name) throws IOException {
    if (name.startsWith("/") || name.indexOf('\\') >= 0 || ("/" + name + "/").contains("/../")) {
      throw new IOException("the archive holds an entry that leads out of it: " + name);
    }
  }

  private static void checkSum(byte[] header) throws IOException {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (sum != octal(header, 148, 8)) {
      throw new IOException("the archive holds a header with a wrong checksum");
    }
  }

  private static long octal(byte[] header, int from, int length) throws IOException {
    String digits = text(header, from, length).strip();
    if (!digits.matches("[0-7]{1,12}")) {
      throw new IOException("the archive holds a header with '" + digits + "' for a number");
    }
    return Long.parseLong(digits, 8);
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }

  private static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
