package io.espalier.audit.verification;

/** The log has no record of a campaign. */
public final class UnknownCampaign extends Exception {
  UnknownCampaign(String campaign) {
    super("no campaign '" + campaign + "' is in the log");
  }
}
