package io.espalier.launcher.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real HTTP server on loopback that answers as it was told and keeps what it was asked. */
public final class FakeServer implements AutoCloseable {
  /** What the server was asked. */
  public record Request(String line, Map<String, String> headers, String body) {}

  private record Answer(int status, String type, String body) {}

  private final HttpServer server;
  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  /** Starts on a free port. */
  public FakeServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Adds an answer to {@code line}, such as {@code GET /status}; the last one is repeated. */
  public synchronized FakeServer on(String line, int status, String body) {
    String type = status < 400 ? "application/json" : "application/problem+json";
    answers.computeIfAbsent(line, l -> new ArrayDeque<>()).add(new Answer(status, type, body));
    return this;
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it was asked so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(new Request(line, headers, body));
    Answer answer = next(line);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized Answer next(String line) {
    Deque<Answer> known = answers.get(line);
    if (known == null) {
      return new Answer(404, "application/problem+json", "{\"title\":\"No such page\"}");
    }
    return known.size() > 1 ? known.remove() : known.peek();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
