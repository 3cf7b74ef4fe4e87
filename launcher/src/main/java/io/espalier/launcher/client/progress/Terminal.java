package io.espalier.launcher.client.progress;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** What standard output is connected to. */
public final class Terminal {
  private static final int USUAL_WIDTH = 80;
  private static final String BAR = "\u2501\u2500";

  private Terminal() {}

  /** The view that fits standard output, writing to {@code out}. */
  public static ProgressView view(PrintWriter out) {
    Map<String, String> environment = System.getenv();
    return dumb(environment) || !isTerminal()
        ? new PlainView(out)
        : new LiveView(out, style(environment, charset()), () -> width(environment));
  }

  /** The decoration that fits standard output: none unless it is a terminal. */
  public static Style style() {
    Map<String, String> environment = System.getenv();
    return dumb(environment) || !isTerminal() ? Style.PLAIN : style(environment, charset());
  }

  static boolean dumb(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    return term.isEmpty() || term.equals("dumb");
  }

  /** Colours unless {@code NO_COLOR} is set to something (https://no-color.org). */
  static Style style(Map<String, String> environment, Charset charset) {
    return new Style(
        environment.getOrDefault("NO_COLOR", "").isEmpty(), charset.newEncoder().canEncode(BAR));
  }

  /** The width in characters: {@code COLUMNS}, else what stty says, else 80. */
  private static int width(Map<String, String> environment) {
    OptionalInt columns = columns(environment.getOrDefault("COLUMNS", ""));
    return columns.orElseGet(() -> columns(lastWord(sttySize())).orElse(USUAL_WIDTH));
  }

  static OptionalInt columns(String text) {
    return text.matches("[1-9]\\d{0,4}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1).strip();
  }

  /** The character set of standard output; its property was renamed in JDK 19. */
  private static Charset charset() {
    String named =
        System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
    return named.isEmpty() || !Charset.isSupported(named)
        ? Charset.defaultCharset()
        : Charset.forName(named);
  }

  /** Asks the system: Java's own answer differs from one release to the next. */
  private static boolean isTerminal() {
    try {
      Process test = new ProcessBuilder("test", "-t", "1").inheritIO().start();
      return test.waitFor(5, TimeUnit.SECONDS) && test.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      // Not a Unix: plain lines are readable everywhere.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String sttySize() {
    try {
      Process stty =
          new ProcessBuilder(List.of("stty", "size"))
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    } catch (IOException noSuchProgram) {
      // The usual width is assumed then.
      return "";
    }
  }
}
