package io.espalier.campaign;

/**
 * One thing that is wrong with a campaign.
 *
 * @param field path of the field, such as {@code pruning.rates[1]}
 * @param value what stands there, as text; {@code (missing)} if nothing does
 * @param allowed what may stand there, for people
 */
public record Problem(String field, String value, String allowed) {
  @Override
  public String toString() {
    return field + ": is " + value + ", allowed: " + allowed;
  }
}
