package io.espalier.audit.verification;

import io.espalier.envelope.Cause;
import java.util.List;
import java.util.Map;

/**
 * Is the hash that each event names for its cause that of the record in the log? If no effect of an
 * event names its hash, the event was altered after it had been told; an altered event is no
 * witness about its own cause.
 */
final class HashCheck implements Check {
  @Override
  public void examine(Chronicle chronicle, Findings findings) {
    Map<String, List<Recorded>> effects = chronicle.effects();
    for (Recorded cause : chronicle.events()) {
      List<Recorded> named = effects.getOrDefault(cause.id(), List.of());
      List<Recorded> broken = named.stream().filter(effect -> !holds(effect, chronicle)).toList();
      List<Recorded> witnesses =
          broken.stream().filter(effect -> !altered(effect, effects, chronicle)).toList();
      if (witnesses.isEmpty()) {
        continue;
      }
      if (broken.size() == named.size()) {
        findings.problem(
            cause,
            "was altered: it has the hash "
                + start(cause.hash())
                + ", "
                + witnesses.get(0).id()
                + ", which it caused, names "
                + start(named(witnesses.get(0)).hash()));
      } else {
        for (Recorded effect : witnesses) {
          findings.problem(
              effect,
              "names the hash "
                  + start(named(effect).hash())
                  + " for its cause "
                  + cause.id()
                  + ", which has "
                  + start(cause.hash()));
        }
      }
    }
  }

  private static boolean altered(
      Recorded recorded, Map<String, List<Recorded>> effects, Chronicle chronicle) {
    List<Recorded> named = effects.getOrDefault(recorded.id(), List.of());
    return !named.isEmpty() && named.stream().noneMatch(effect -> holds(effect, chronicle));
  }

  private static boolean holds(Recorded effect, Chronicle chronicle) {
    return chronicle.has(named(effect).id(), named(effect).hash());
  }

  private static Cause named(Recorded effect) {
    return effect.cause().orElseThrow();
  }

  private static String start(String hash) {
    return hash.substring(0, 12) + "...";
  }
}
