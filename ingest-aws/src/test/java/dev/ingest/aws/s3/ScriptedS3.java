package dev.ingest.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An HTTP server that answers as a test says, where a well-behaved S3 would not. */
public final class ScriptedS3 implements AutoCloseable {

  private final HttpServer http;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /** What was asked, and with which headers. */
  record Request(String method, URI uri, Map<String, List<String>> headers) {

    /** Returns the value of a header, whatever its case, or null. */
    @Nullable String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().get(0))
          .findFirst()
          .orElse(null);
    }

    @Override
    public String toString() {
      return method + " " + uri;
    }
  }

  private ScriptedS3(HttpServer http) {
    this.http = http;
  }

  /** Starts a server. */
  public static ScriptedS3 answering(HttpHandler answer) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ScriptedS3 server = new ScriptedS3(http);
    http.createContext("/", exchange -> server.answer(exchange, answer));
    http.start();
    return server;
  }

  /** Returns where it is. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** What was asked for, oldest first. */
  List<URI> requests() {
    return requests.stream().map(Request::uri).toList();
  }

  /** The same with methods and headers. */
  List<Request> received() {
    return List.copyOf(requests);
  }

  /** Answers with an error as S3 writes it; the body of the request has been read. */
  static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] body =
        "<Error><Code>%s</Code><Message>as the test says</Message></Error>"
            .formatted(code)
            .getBytes(UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private void answer(HttpExchange exchange, HttpHandler answer) throws IOException {
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            Map.copyOf(exchange.getRequestHeaders())));
    try (exchange) {
      answer.handle(exchange);
    }
  }
}
