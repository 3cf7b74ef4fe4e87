package io.espalier.campaign;

import java.util.List;

/** What reading a campaign gave: it is accepted whole or refused with every problem. */
public sealed interface CampaignReading {

  /** The campaign may be launched. */
  record Accepted(CampaignSpec spec) implements CampaignReading {}

  /** The campaign must not be launched. */
  record Refused(List<Problem> problems) implements CampaignReading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
