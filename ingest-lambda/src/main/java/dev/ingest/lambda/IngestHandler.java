package dev.ingest.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.lambda.Outcome.Verdict;
import dev.ingest.lambda.event.Event;
import dev.ingest.lambda.event.EventReader;
import dev.ingest.lambda.event.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The function's entry point: {@code dev.ingest.lambda.IngestHandler::handleRequest}. Takes events
 * of any {@link dev.ingest.lambda.event.Door}, loads each workbook that they name, and answers as
 * the door wants it.
 *
 * <p>Each record has its own outcome, and none keeps another from its turn. A workbook that is
 * refused is an answer, since another try would not help. Whatever another try may mend goes back:
 * as a failed message or task where the door knows these, else as an error when all is done. A load
 * leaves all of its rows or none, and a second delivery of the same object is known by the ledger
 * and touches nothing.
 *
 * <p>Nothing of an event is kept for the next one.
 */
public final class IngestHandler implements RequestStreamHandler {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Arrivals arrivals;
  private final Announcers announcers;
  private final Metrics metrics;

  /**
   * Makes the function from its environment. No connection to a database is opened and no secret
   * fetched before the first event.
   *
   * @throws IllegalArgumentException if settings or pipelines are missing or wrong; the message
   *     lists them all
   */
  public IngestHandler() {
    this(LambdaSettings.fromEnvironment());
  }

  private IngestHandler(LambdaSettings settings) {
    this(
        Composition.arrivals(settings),
        Composition.announcers(settings),
        Composition.metrics(settings));
  }

  IngestHandler(Arrivals arrivals, Announcers announcers, Metrics metrics) {
    this.arrivals = arrivals;
    this.announcers = announcers;
    this.metrics = metrics;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Event event = EventReader.read(tree(input));
    InvocationTime time = new InvocationTime(context);
    Answer answer = new Answer(event);
    for (Event.Message message : event.messages()) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Notice notice : message.notices()) {
        outcomes.add(recorded(notice, time, context));
      }
      answer.add(outcomes);
    }
    JSON.writeValue(output, answer.json());
  }

  private Outcome recorded(Notice notice, InvocationTime time, Context context) {
    long start = System.nanoTime();
    Outcome outcome = outcome(notice, time);
    List<String> untold = announcers.tell(outcome);
    long millis = (System.nanoTime() - start) / 1_000_000;
    RunLog.write(context, outcome, millis, untold);
    metrics.count(context.getFunctionName(), outcome, millis);
    return outcome;
  }

  private Outcome outcome(Notice notice, InvocationTime time) {
    if (notice instanceof Notice.Arrival arrival) {
      return arrivals.ingest(arrival, time);
    } else if (notice instanceof Notice.NoUpload other) {
      return Outcome.of(Verdict.DONE, Outcome.IGNORED, "no upload: " + other.what());
    }
    return Outcome.of(Verdict.MALFORMED, "malformed", ((Notice.Malformed) notice).message());
  }

  private static JsonNode tree(InputStream input) throws IOException {
    try {
      return JSON.readTree(input);
    } catch (JsonProcessingException notJson) {
      throw new FunctionFailure(
          new IllegalArgumentException(
              "event: expected JSON, found something else (%s)"
                  .formatted(notJson.getOriginalMessage())));
    }
  }
}
