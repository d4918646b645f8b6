package dev.ingest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.ingest.testkit.doubles.LoopbackServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * SNS and EventBridge on the loopback interface, as far as {@code Publish} and {@code PutEvents}
 * go: the former in the query protocol, the latter in AWS JSON 1.1. It believes any signature.
 */
final class NoticeServer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PUBLISHED =
      """
      <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
        <PublishResult><MessageId>m-1</MessageId></PublishResult>
        <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>
      </PublishResponse>
      """;
  private static final String DENIED =
      """
      <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
        <Error><Type>Sender</Type><Code>AuthorizationError</Code><Message>no</Message></Error>
        <RequestId>r-1</RequestId>
      </ErrorResponse>
      """;

  private final List<String> published = new CopyOnWriteArrayList<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final LoopbackServer http = LoopbackServer.start("notices", this::answer);
  private volatile boolean refusing;

  String endpoint() {
    return "http://" + http.address();
  }

  /** Returns the forms that were published. */
  List<String> published() {
    return published;
  }

  /** Returns the requests that put events. */
  List<JsonNode> events() {
    return events;
  }

  /**
   * Takes nothing from now on: SNS refuses the call, EventBridge the event in a call that succeeds.
   */
  void refuse() {
    refusing = true;
  }

  @Override
  public void close() {
    http.close();
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    if ("AWSEvents.PutEvents".equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
      events.add(JSON.readTree(body));
      String answer =
          refusing
              ? "{\"FailedEntryCount\": 1, \"Entries\": [{\"ErrorCode\": \"E\", \"ErrorMessage\": \"no\"}]}"
              : "{\"FailedEntryCount\": 0, \"Entries\": [{\"EventId\": \"e-1\"}]}";
      LoopbackServer.respond(exchange, 200, "application/x-amz-json-1.1", answer.getBytes(UTF_8));
      return;
    }
    published.add(new String(body, UTF_8));
    LoopbackServer.respond(
        exchange,
        refusing ? 403 : 200,
        "text/xml",
        (refusing ? DENIED : PUBLISHED).getBytes(UTF_8));
  }
}
