package dev.ingest.testkit.doubles;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server on the loopback interface that answers every request with one function: what the
 * doubles of services are made of.
 */
public final class LoopbackServer implements AutoCloseable {

  static {
    // The JDK's server sends head and body apart; Nagle's algorithm then costs 40 ms a response.
    // It can be told only here, before its first use.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer http;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer http, ExecutorService threads) {
    this.http = http;
    this.threads = threads;
  }

  /**
   * Starts a server; each request has a thread, and may be answered as late as one likes.
   *
   * @param name what its threads are called
   * @param answer answers each request
   * @return a running server
   */
  public static LoopbackServer start(String name, Answer answer) {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer http = HttpServer.create(anyPort, 0);
      ExecutorService threads = Executors.newCachedThreadPool(work -> daemon(name, work));
      http.setExecutor(threads);
      http.createContext("/", exchange -> handle(exchange, answer));
      http.start();
      return new LoopbackServer(http, threads);
    } catch (IOException e) {
      throw new UncheckedIOException("no free port for " + name, e);
    }
  }

  /**
   * Host and port, as in {@code 127.0.0.1:40001}.
   *
   * @return the address
   */
  public String address() {
    InetSocketAddress address = http.getAddress();
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** Drops open connections and interrupts answers under way. */
  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private static void handle(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      answer.to(exchange, body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers a request, whose body has been read, before it returns. */
  @FunctionalInterface
  public interface Answer {

    /**
     * Answers one request.
     *
     * @param exchange the request, whose body has been read
     * @param body the body of the request
     * @throws IOException if the client is gone
     * @throws InterruptedException if the server closes
     */
    void to(HttpExchange exchange, byte[] body) throws IOException, InterruptedException;
  }

  /**
   * Sends a complete response.
   *
   * @param exchange the request to answer
   * @param status the HTTP status
   * @param contentType the media type of the body
   * @param body the body
   * @throws IOException if the client is gone
   */
  public static void respond(HttpExchange exchange, int status, String contentType, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    // To the JDK's server -1 says "no body", and 0 "a body of unknown length".
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
