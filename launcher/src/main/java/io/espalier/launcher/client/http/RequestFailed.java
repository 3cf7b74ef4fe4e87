package io.espalier.launcher.client.http;

import io.espalier.campaign.Problem;
import java.util.List;

/** A server did not do what it was asked; the message says which, and why. */
public final class RequestFailed extends Exception {
  private static final int NO_ANSWER = 0;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;

  private final int status;
  private final List<Problem> problems;

  private RequestFailed(String message, int status, List<Problem> problems, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.problems = problems;
  }

  static RequestFailed noAnswer(String message, Throwable cause) {
    return new RequestFailed(message, NO_ANSWER, List.of(), cause);
  }

  static RequestFailed answered(String message, int status, List<Problem> problems) {
    return new RequestFailed(message, status, List.copyOf(problems), null);
  }

  /** Whether nobody answered in time. */
  public boolean unanswered() {
    return status == NO_ANSWER;
  }

  /** Whether the server refused what was sent; {@link #problems()} may say more. */
  public boolean refused() {
    return status == BAD_REQUEST;
  }

  /** Whether asking again may help: no answer, a server error, or a thing not known yet. */
  public boolean passing() {
    return unanswered() || status == NOT_FOUND || status >= SERVER_ERROR;
  }

  /** What is wrong with the single fields of a refused body. */
  public List<Problem> problems() {
    return problems;
  }
}
