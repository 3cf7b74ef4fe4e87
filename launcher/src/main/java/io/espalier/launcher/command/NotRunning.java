package io.espalier.launcher.command;

import io.espalier.launcher.stack.ControlFile;
import java.nio.file.Path;

/** No stack runs in the data directory. */
public final class NotRunning extends Exception {

  private NotRunning(Path dataDir) {
    super(
        "Nothing runs in %s. Start it with: espalier up --data %s, or name another directory with --data."
            .formatted(dataDir, dataDir));
  }

  /** The running stack of a data directory. */
  public static ControlFile requireRunning(Path dataDir) throws NotRunning {
    return ControlFile.read(dataDir).orElseThrow(() -> new NotRunning(dataDir));
  }
}
