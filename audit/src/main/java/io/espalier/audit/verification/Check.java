package io.espalier.audit.verification;

/** One question to a campaign's history. */
@FunctionalInterface
interface Check {
  void examine(Chronicle chronicle, Findings findings);
}
