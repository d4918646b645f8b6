package dev.ingest.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ScriptedS3} answers to the requests of a write: as told for a number of times, then
 * as S3 does when all is well. Kinds of requests are methods, and for POST what it is about.
 */
final class Script implements HttpHandler {

  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<Seen> seen = new ArrayList<>();

  private record Answer(HttpHandler handler, int times) {}

  private record Seen(String kind, Map<String, List<String>> headers) {}

  /** Answers the next requests of a kind, after those that were told before. */
  synchronized void answer(String kind, HttpHandler handler, int times) {
    answers.computeIfAbsent(kind, none -> new ArrayDeque<>()).add(new Answer(handler, times));
  }

  /** Breaks off as if the answer were lost on its way. */
  static void loseTheAnswer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
  }

  /** Returns the kinds of the requests so far, oldest first. */
  synchronized List<String> seen() {
    return seen.stream().map(Seen::kind).toList();
  }

  /** Returns a header of each request so far; null where there was none. */
  synchronized List<@Nullable String> headers(String name) {
    List<@Nullable String> values = new ArrayList<>();
    for (Seen request : seen) {
      values.add(header(request, name));
    }
    return values;
  }

  /** Returns the mark that the first request gave its object. */
  synchronized String mark() {
    return String.valueOf(header(seen.get(0), "x-amz-meta-ingest-write"));
  }

  private static @Nullable String header(Seen request, String name) {
    return request.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().get(0))
        .findFirst()
        .orElse(null);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    next(exchange).handle(exchange);
  }

  private synchronized HttpHandler next(HttpExchange exchange) {
    String kind = kind(exchange);
    seen.add(new Seen(kind, Map.copyOf(exchange.getRequestHeaders())));
    Deque<Answer> told = answers.getOrDefault(kind, new ArrayDeque<>());
    if (told.isEmpty()) {
      return Script::succeed;
    }
    Answer answer = told.remove();
    if (answer.times() > 1) {
      told.addFirst(new Answer(answer.handler(), answer.times() - 1));
    }
    return answer.handler();
  }

  private static String kind(HttpExchange exchange) {
    String method = exchange.getRequestMethod();
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    return method.equals("POST")
        ? method + (query.startsWith("uploads") ? " begin" : " complete")
        : method;
  }

  private static void succeed(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    switch (kind(exchange)) {
      case "POST begin" ->
          respond(
              exchange,
              "<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>");
      case "POST complete" ->
          respond(
              exchange,
              "<CompleteMultipartUploadResult><ETag>\"0a-2\"</ETag></CompleteMultipartUploadResult>");
      case "DELETE" -> exchange.sendResponseHeaders(204, -1);
      default -> {
        exchange.getResponseHeaders().set("ETag", "\"0a\"");
        exchange.sendResponseHeaders(200, -1);
      }
    }
  }

  private static void respond(HttpExchange exchange, String xml) throws IOException {
    byte[] body = xml.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }
}
