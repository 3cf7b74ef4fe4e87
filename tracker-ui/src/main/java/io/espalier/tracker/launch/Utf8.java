package io.espalier.tracker.launch;

import io.espalier.campaign.Problem;
import io.espalier.tracker.web.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads request bodies as UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** The text; a body that is not UTF-8 is refused rather than altered. */
  static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.invalid(
          "The body cannot be read", List.of(new Problem("(file)", "other bytes", "UTF-8 text")));
    }
  }
}
