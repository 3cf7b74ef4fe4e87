package io.espalier.envelope;

import io.espalier.plan.Require;

/**
 * The event that made another one happen.
 *
 * @param id its {@code ce_id}
 * @param hash its {@link WireRecord#hash()}, which makes a trial's history a hash chain
 */
public record Cause(String id, String hash) {
  public Cause {
    Require.text("ce_causationid", id);
    Require.sha256("ce_causationhash", hash);
  }
}
