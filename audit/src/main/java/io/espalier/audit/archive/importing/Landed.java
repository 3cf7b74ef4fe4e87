package io.espalier.audit.archive.importing;

import io.espalier.audit.archive.ArchiveRefused;
import io.espalier.audit.history.CampaignHistory;
import io.espalier.envelope.Decoded;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the log has of an archive's campaign already. */
final class Landed {
  private final Map<String, Integer> hashes = new HashMap<>();
  private final TreeSet<String> otherRoots = new TreeSet<>();
  private boolean happenedHere;

  private Landed() {}

  static Landed read(Map<String, Object> client, String campaign) {
    Landed landed = new Landed();
    new CampaignHistory(campaign).read(client, landed::take, flaw -> {});
    return landed;
  }

  private void take(Decoded decoded) {
    if (decoded instanceof Decoded.Received event) {
      hashes.merge(event.hash(), 1, Integer::sum);
      event.archive().ifPresentOrElse(otherRoots::add, () -> happenedHere = true);
    }
  }

  /**
   * The numbers of the archive's events, from 0, that the log lacks.
   *
   * @throws ArchiveRefused if the campaign is there and comes from elsewhere than this archive
   */
  BitSet lacking(CheckedArchive archive) throws ArchiveRefused, IOException {
    String campaign = archive.manifest().campaign();
    String root = archive.manifest().root();
    otherRoots.remove(root);
    if (happenedHere) {
      throw refused(campaign, "it happened here");
    }
    if (!otherRoots.isEmpty()) {
      throw refused(campaign, "imported from an archive with the root hash " + otherRoots.first());
    }
    BitSet lacking = new BitSet();
    int[] number = {0};
    archive.events(
        event -> {
          int left = hashes.merge(event.hash(), -1, Integer::sum);
          lacking.set(number[0], left < 0);
          number[0]++;
        });
    Optional<Integer> strange = hashes.values().stream().filter(left -> left > 0).findFirst();
    if (strange.isPresent()) {
      throw refused(campaign, "with events that this archive has not");
    }
    return lacking;
  }

  private static ArchiveRefused refused(String campaign, String how) {
    return new ArchiveRefused(List.of("campaign " + campaign + " is in this log already: " + how));
  }
}
