package dev.ingest.testkit.doubles.redshift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.ingest.testkit.doubles.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A double of the Amazon Redshift Data API before a {@link RedshiftServer}, in the protocol AWS
 * JSON 1.1: {@code ExecuteStatement}, {@code BatchExecuteStatement}, {@code DescribeStatement},
 * {@code GetStatementResult} and {@code CancelStatement}.
 *
 * <p>A batch is one transaction in order. A {@code ClientToken} that was seen answers with the id
 * of its first use, whatever the request says now, and for ever. A statement runs in the background
 * at once, unless the test holds it: {@link #holdStatements()}. All names of clusters, workgroups,
 * databases, users and secrets mean the one database, but the request must be complete. It believes
 * any signature, answers results in one page, cancels only what has not begun, and knows neither
 * sessions nor an end of the time for which results are kept. Ids begin with {@code double-}.
 *
 * <p>Source: Amazon Redshift Data API Reference. All methods may be called from any thread.
 */
public final class RedshiftDataApi implements AutoCloseable {

  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
  private static final String PREFIX = "RedshiftData.";
  private static final int MOST_STATEMENTS = 40;
  private static final int LONGEST_TOKEN = 64;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RedshiftServer server;
  private final Map<String, DataSubmission> submissions = new ConcurrentHashMap<>();
  private final Map<String, DataSubmission> byToken = new ConcurrentHashMap<>();
  private final List<DataSubmission> held = new ArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile String refusal = "";
  private boolean holding;
  private final ExecutorService runs = Executors.newCachedThreadPool(RedshiftDataApi::daemon);
  private final LoopbackServer http = LoopbackServer.start("redshift-data", this::answer);

  private RedshiftDataApi(RedshiftServer server) {
    this.server = server;
  }

  /**
   * Starts the API.
   *
   * @param server where the statements run; it stays open
   * @return a running API
   */
  public static RedshiftDataApi before(RedshiftServer server) {
    return new RedshiftDataApi(server);
  }

  /**
   * Where clients connect.
   *
   * @return an http URI, as for {@code AWS_ENDPOINT_URL_REDSHIFT_DATA}
   */
  public URI endpoint() {
    return URI.create("http://" + http.address());
  }

  /** Lets what is submitted from now on wait in the state {@code SUBMITTED}. */
  public synchronized void holdStatements() {
    holding = true;
  }

  /** Runs what was held, and holds no more. */
  public synchronized void releaseStatements() {
    holding = false;
    held.forEach(this::start);
    held.clear();
  }

  /**
   * Answers the next requests with ThrottlingException, upon which clients try again.
   *
   * @param requests how many
   */
  public void throttleNext(int requests) {
    refuseNext(requests, "ThrottlingException");
  }

  /**
   * Refuses the next requests.
   *
   * @param requests how many
   * @param type the error, such as {@code ActiveStatementsExceededException}
   */
  public void refuseNext(int requests, String type) {
    refusal = type;
    refusals.set(requests);
  }

  /** Stops the API; what runs is interrupted. */
  @Override
  public void close() {
    http.close();
    runs.shutdownNow();
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
    try {
      if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new DataRefusal(refusal, "refused by the test");
      }
      ObjectNode answer = answer(target, JSON.readTree(body));
      LoopbackServer.respond(exchange, 200, CONTENT_TYPE, JSON.writeValueAsBytes(answer));
    } catch (DataRefusal e) {
      ObjectNode error = JSON.createObjectNode();
      error.put("__type", e.type()).put("Message", e.getMessage());
      LoopbackServer.respond(exchange, 400, CONTENT_TYPE, JSON.writeValueAsBytes(error));
    }
  }

  private ObjectNode answer(String target, JsonNode request) throws DataRefusal {
    String operation = target.startsWith(PREFIX) ? target.substring(PREFIX.length()) : "";
    return switch (operation) {
      case "ExecuteStatement", "BatchExecuteStatement" -> submit(operation, request);
      case "DescribeStatement" -> find(request).described();
      case "GetStatementResult" -> result(request);
      case "CancelStatement" -> JSON.createObjectNode().put("Status", find(request).abort());
      default -> throw new DataRefusal("UnknownOperationException", "not imitated: " + target);
    };
  }

  private ObjectNode submit(String operation, JsonNode request) throws DataRefusal {
    DataRefusal.check(operation, request, MOST_STATEMENTS, LONGEST_TOKEN);
    String token = request.path("ClientToken").asText();
    DataSubmission submission =
        token.isEmpty()
            ? accept(request)
            : byToken.computeIfAbsent(token, unseen -> accept(request));
    ObjectNode answer = JSON.createObjectNode().put("Id", submission.id());
    for (String echoed : List.of("ClusterIdentifier", "WorkgroupName", "Database", "DbUser")) {
      if (request.has(echoed)) {
        answer.set(echoed, request.get(echoed));
      }
    }
    return answer.put("CreatedAt", 1.5e9);
  }

  private DataSubmission accept(JsonNode request) {
    DataSubmission submission = new DataSubmission("double-" + UUID.randomUUID(), request);
    submissions.put(submission.id(), submission);
    begin(submission);
    return submission;
  }

  private synchronized void begin(DataSubmission submission) {
    if (holding) {
      held.add(submission);
    } else {
      start(submission);
    }
  }

  private void start(DataSubmission submission) {
    runs.execute(() -> submission.run(server));
  }

  private ObjectNode result(JsonNode request) throws DataRefusal {
    @Nullable ObjectNode rows = find(request).result(request.path("Id").asText());
    if (rows == null) {
      throw new DataRefusal("ResourceNotFoundException", "Query does not have result.");
    }
    return rows;
  }

  /** The id of a statement in a batch is that of the batch, a colon and its number. */
  private DataSubmission find(JsonNode request) throws DataRefusal {
    String id = request.path("Id").asText();
    int colon = id.indexOf(':');
    @Nullable DataSubmission found = submissions.get(colon < 0 ? id : id.substring(0, colon));
    if (found == null) {
      throw new DataRefusal("ResourceNotFoundException", "Query does not exist.");
    }
    return found;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "redshift-data-run");
    thread.setDaemon(true);
    return thread;
  }
}
