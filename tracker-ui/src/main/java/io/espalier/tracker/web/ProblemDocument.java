package io.espalier.tracker.web;

import io.espalier.campaign.Problem;
import java.util.List;

/**
 * What is wrong with a request, as RFC 9457 has it, with every problem at once.
 *
 * @param type a URI reference that names the kind of problem
 * @param title the kind of problem, for people
 * @param status the HTTP status
 * @param detail what is wrong this time, for people
 * @param problems the single fields; may be empty
 */
public record ProblemDocument(
    String type, String title, int status, String detail, List<Problem> problems) {
  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
