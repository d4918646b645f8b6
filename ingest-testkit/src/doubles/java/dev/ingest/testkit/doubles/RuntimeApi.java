package dev.ingest.testkit.doubles;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The service side of the AWS Lambda Runtime API, version 2018-06-01, for one runtime: it hands out
 * invocations one by one and takes in their results.
 *
 * <p>It enforces neither a deadline nor a limit of size; a test waits for a result with a timeout.
 * SnapStart is imitated as far as its hooks go: the runtime that asks for its restore is told to go
 * on when the test says {@link #restore()}. All methods may be called from any thread.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda
 *     runtime API for custom runtimes</a>
 */
public final class RuntimeApi implements AutoCloseable {

  private static final String BASE = "/2018-06-01/runtime/";
  private static final String FUNCTION_ARN =
      "arn:aws:lambda:eu-west-1:123456789012:function:ingest";
  private static final String TRACE_ID = "Root=1-5759e988-bd862e3fe1be46a994272793";
  private static final byte[] NOTHING = {};

  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> unanswered = new ConcurrentHashMap<>();
  private final CompletableFuture<Result> initError = new CompletableFuture<>();
  private final CompletableFuture<Void> checkpoint = new CompletableFuture<>();
  private final CompletableFuture<Void> restore = new CompletableFuture<>();
  private final LoopbackServer http = LoopbackServer.start("runtime-api", this::answer);
  private volatile @Nullable IllegalStateException ended;

  private RuntimeApi() {}

  /**
   * Starts a service without invocations.
   *
   * @return a running service
   */
  public static RuntimeApi start() {
    return new RuntimeApi();
  }

  /**
   * Where the runtime connects.
   *
   * @return host and port, for {@code AWS_LAMBDA_RUNTIME_API}
   */
  public String address() {
    return http.address();
  }

  /**
   * Invokes the function, after all invocations that came before.
   *
   * @param event the payload, a JSON value
   * @param millisToDeadline how much time the function is told it has, from when it gets the event
   * @return completes with what the function answers; fails if the runtime ends without an answer
   */
  public CompletableFuture<Result> invoke(String event, long millisToDeadline) {
    Invocation invocation =
        new Invocation(
            UUID.randomUUID().toString(), event, millisToDeadline, new CompletableFuture<>());
    unanswered.put(invocation.id(), invocation);
    waiting.add(invocation);
    IllegalStateException reason = ended;
    if (reason != null) {
      invocation.result().completeExceptionally(reason);
    }
    return invocation.result();
  }

  /**
   * The failure of the function to start.
   *
   * @return completes when the runtime reports that its init, or its restore, failed; fails if the
   *     runtime ends without such a report
   */
  public CompletableFuture<Result> initError() {
    return initError;
  }

  /**
   * The moment of SnapStart's snapshot.
   *
   * @return completes when the runtime has run its hooks before the checkpoint and asks for the
   *     restore; fails if the runtime ends before
   */
  public CompletableFuture<Void> checkpoint() {
    return checkpoint;
  }

  /** Lets a runtime that asks for its restore, now or later, go on. */
  public void restore() {
    restore.complete(null);
  }

  /** Stops the service; what is unanswered fails. */
  @Override
  public void close() {
    end("the Runtime API was closed");
    http.close();
  }

  /** The runtime is gone: nothing that is unanswered will be answered. */
  void end(String reason) {
    IllegalStateException failure = new IllegalStateException(reason);
    ended = failure;
    unanswered.values().forEach(each -> each.result().completeExceptionally(failure));
    initError.completeExceptionally(failure);
    checkpoint.completeExceptionally(failure);
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case BASE + "invocation/next" -> next(exchange);
      case BASE + "init/error" -> reportFailedStart(exchange, Outcome.INIT_ERROR, body);
      case BASE + "restore/error" -> reportFailedStart(exchange, Outcome.RESTORE_ERROR, body);
      case BASE + "restore/next" -> awaitRestore(exchange);
      default -> report(exchange, path, body);
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    Invocation invocation = waiting.take();
    long deadline = System.currentTimeMillis() + invocation.millisToDeadline();
    Headers headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", FUNCTION_ARN);
    headers.set("Lambda-Runtime-Trace-Id", TRACE_ID);
    respond(exchange, 200, invocation.event().getBytes(UTF_8));
  }

  private void reportFailedStart(HttpExchange exchange, Outcome outcome, byte[] body)
      throws IOException {
    initError.complete(result(exchange, outcome, body));
    respond(exchange, 202, NOTHING);
  }

  private void awaitRestore(HttpExchange exchange) throws IOException {
    checkpoint.complete(null);
    restore.join();
    respond(exchange, 200, NOTHING);
  }

  /** Takes in {@code invocation/ID/response} or {@code invocation/ID/error}. */
  private void report(HttpExchange exchange, String path, byte[] body) throws IOException {
    String[] steps =
        path.startsWith(BASE) ? path.substring(BASE.length()).split("/") : new String[0];
    Invocation invocation = steps.length == 3 ? unanswered.remove(steps[1]) : null;
    if (invocation == null) {
      respond(exchange, 404, NOTHING);
      return;
    }
    Outcome outcome = steps[2].equals("response") ? Outcome.RESPONSE : Outcome.ERROR;
    invocation.result().complete(result(exchange, outcome, body));
    respond(exchange, 202, NOTHING);
  }

  private static Result result(HttpExchange exchange, Outcome outcome, byte[] body) {
    String errorType = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
    return new Result(outcome, errorType, new String(body, UTF_8));
  }

  /** Always names a content type: without one AWS's native client ends with a SIGSEGV. */
  private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    LoopbackServer.respond(exchange, status, "application/json", body);
  }

  private record Invocation(
      String id, String event, long millisToDeadline, CompletableFuture<Result> result) {}

  /** How an invocation, or a start, came out. */
  public enum Outcome {
    /** The function returned. */
    RESPONSE,
    /** The function threw, or could not be loaded. */
    ERROR,
    /** The function's constructor threw, or a hook before the checkpoint. */
    INIT_ERROR,
    /** A hook after the restore threw. */
    RESTORE_ERROR
  }

  /**
   * What the runtime reported.
   *
   * @param outcome how it came out
   * @param errorType the runtime's name for the kind of error, such as {@code
   *     Runtime.UserException}; null where the runtime gave none, as for a response
   * @param body what the function returned, or the error as JSON with its stack trace
   */
  public record Result(Outcome outcome, @Nullable String errorType, String body) {}
}
