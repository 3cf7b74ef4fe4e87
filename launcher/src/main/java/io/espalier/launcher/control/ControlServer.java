package io.espalier.launcher.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.espalier.envelope.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The control API on loopback: {@code GET /status}, {@code PUT /trainers} and {@code POST /stop},
 * each with the header {@value #TOKEN_HEADER}.
 */
public final class ControlServer implements AutoCloseable {

  /** The header that carries the token. */
  public static final String TOKEN_HEADER = "X-Espalier-Token";

  private static final int LONGEST_BODY = 4096;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final Controlled stack;
  private final String token;

  private ControlServer(HttpServer server, Controlled stack, String token) {
    this.server = server;
    this.stack = stack;
    this.token = token;
  }

  /** Starts it on a free port with a token of its own. */
  public static ControlServer start(Controlled stack) throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer http = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    ControlServer control = new ControlServer(http, stack, HexFormat.of().formatHex(random));
    http.createContext("/", control::handle);
    http.setExecutor(control.threads);
    http.start();
    return control;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = isAuthentic(exchange) ? answer(exchange) : Answer.problem(401, "no token");
      byte[] body = Json.mapper().writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private boolean isAuthentic(HttpExchange exchange) {
    String sent = exchange.getRequestHeaders().getFirst(TOKEN_HEADER);
    return sent != null
        && MessageDigest.isEqual(
            sent.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    return switch (request) {
      case "GET /status" -> new Answer(200, stack.status());
      case "PUT /trainers" -> scale(exchange.getRequestBody().readNBytes(LONGEST_BODY));
      case "POST /stop" -> {
        stack.requestStop();
        yield new Answer(202, Map.of());
      }
      default -> Answer.problem(404, "there is no " + request);
    };
  }

  private Answer scale(byte[] body) throws IOException {
    try {
      JsonNode count = Json.mapper().readTree(body).path("count");
      if (!count.canConvertToInt() || !count.isIntegralNumber()) {
        return Answer.problem(400, "count is " + count + ", allowed: a whole number");
      }
      stack.scaleTrainers(count.intValue());
      return new Answer(200, stack.status());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Answer.problem(400, e.getMessage());
    }
  }

  /** Its address. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What callers must send. */
  public String token() {
    return token;
  }

  /** Stops it; a request that is being answered gets a second. */
  @Override
  public void close() {
    server.stop(1);
    threads.shutdown();
  }

  private record Answer(int status, Object body) {

    static Answer problem(int status, String detail) {
      return new Answer(status, Map.of("status", status, "detail", detail));
    }
  }
}
