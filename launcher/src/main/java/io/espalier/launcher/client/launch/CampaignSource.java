package io.espalier.launcher.client.launch;

import io.espalier.campaign.CampaignFile;
import io.espalier.campaign.CampaignReading;
import io.espalier.datasets.DatasetCatalogue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The text of a campaign, checked whole.
 *
 * @param name what the file is called in messages
 * @param text YAML or JSON
 */
public record CampaignSource(String name, String text) {
  private static final long LARGEST = 1_000_000;

  /**
   * A campaign that may be launched.
   *
   * @param datasets the catalogue that the trainers will use
   * @throws FileRefused with every problem
   */
  public static CampaignSource checked(String name, String text, DatasetCatalogue datasets)
      throws FileRefused {
    CampaignReading reading = CampaignFile.read(text, datasets.shapes());
    if (reading instanceof CampaignReading.Refused refused) {
      throw FileRefused.with(name, refused.problems());
    }
    return new CampaignSource(name, text);
  }

  /**
   * The text of a file.
   *
   * @throws FileRefused if there is no such file, it is larger than 1 MB, or it is not text
   */
  public static String read(Path file) throws FileRefused {
    String name = file.toString();
    try {
      if (Files.isDirectory(file)) {
        throw FileRefused.because(name, "is a directory, allowed: a campaign file");
      }
      long size = Files.size(file);
      if (size > LARGEST) {
        throw FileRefused.because(
            name, "is " + size + " bytes long, allowed: at most " + LARGEST + " (1 MB)");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw FileRefused.because(name, "there is no such file");
    } catch (CharacterCodingException e) {
      throw FileRefused.because(name, "is not UTF-8 text, allowed: a campaign file");
    } catch (IOException e) {
      throw FileRefused.because(name, "cannot be read (" + e.getMessage() + ")");
    }
  }
}
