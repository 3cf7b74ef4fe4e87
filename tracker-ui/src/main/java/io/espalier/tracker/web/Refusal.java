package io.espalier.tracker.web;

import io.espalier.campaign.Problem;
import java.util.List;

/** A request that is answered with a problem document. */
public final class Refusal extends RuntimeException {
  private final ProblemDocument document;

  private Refusal(String type, String title, int status, String detail, List<Problem> problems) {
    super(detail);
    document = new ProblemDocument("urn:espalier:problem:" + type, title, status, detail, problems);
  }

  /** 400: the body is refused, with every problem. */
  public static Refusal invalid(String title, List<Problem> problems) {
    String detail =
        problems.size() == 1 ? "1 problem" : problems.size() + " problems, all of them listed";
    return new Refusal("invalid", title, 400, detail, problems);
  }

  /** 404: there is no such thing. */
  public static Refusal unknown(String what, String id) {
    return new Refusal(
        "unknown", "No such " + what, 404, "no " + what + " '" + id + "'", List.of());
  }

  /** 409: it makes no sense in the present state. */
  public static Refusal conflict(String title, String detail) {
    return new Refusal("conflict", title, 409, detail, List.of());
  }

  /** 503: something that is needed does not answer. */
  public static Refusal unavailable(String title, String detail) {
    return new Refusal("unavailable", title, 503, detail, List.of());
  }

  /** What the client is told. */
  public ProblemDocument document() {
    return document;
  }
}
