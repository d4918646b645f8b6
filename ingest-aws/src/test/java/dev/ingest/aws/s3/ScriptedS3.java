package dev.ingest.aws.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that answers as a test says, where a well-behaved S3 would not. */
final class ScriptedS3 implements AutoCloseable {

  private final HttpServer http;
  private final List<URI> requests = new CopyOnWriteArrayList<>();

  private ScriptedS3(HttpServer http) {
    this.http = http;
  }

  static ScriptedS3 answering(HttpHandler answer) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ScriptedS3 server = new ScriptedS3(http);
    http.createContext("/", exchange -> server.answer(exchange, answer));
    http.start();
    return server;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** What was asked for, oldest first. */
  List<URI> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private void answer(HttpExchange exchange, HttpHandler answer) throws IOException {
    requests.add(exchange.getRequestURI());
    try (exchange) {
      answer.handle(exchange);
    }
  }
}
