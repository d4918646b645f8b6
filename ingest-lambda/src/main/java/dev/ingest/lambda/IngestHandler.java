package dev.ingest.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.aws.AwsClients;
import dev.ingest.aws.Destination;
import dev.ingest.aws.s3.S3ObjectStore;
import dev.ingest.aws.settings.TargetSettings;
import dev.ingest.lambda.Outcome.Verdict;
import dev.ingest.lambda.event.Event;
import dev.ingest.lambda.event.EventReader;
import dev.ingest.lambda.event.Notice;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.store.ObjectStore;
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
 */
public final class IngestHandler implements RequestStreamHandler {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Arrivals arrivals;

  /**
   * Makes the function from its environment. No connection is opened and no secret fetched before
   * the first event.
   *
   * @throws IllegalArgumentException if settings are missing or wrong; the message lists them all
   */
  public IngestHandler() {
    this(arrivals(LambdaSettings.fromEnvironment()));
  }

  IngestHandler(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  private static Arrivals arrivals(LambdaSettings settings) {
    TargetSettings target = settings.target();
    ObjectStore uploads = new S3ObjectStore(AwsClients.s3(target.s3()), target.s3());
    ObjectStore outputs = target.over(uploads);
    Destination destination = target.destination(outputs);
    Pipeline<?> pipeline = destination.fit(MetricsPipeline.into(settings.table()));
    String bucket = settings.outputBucket();
    return new Arrivals(
        Ingestion.loading(pipeline, outputs, bucket, destination.loader()), uploads, bucket);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Event event = EventReader.read(tree(input));
    Answer answer = new Answer(event);
    for (Event.Message message : event.messages()) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Notice notice : message.notices()) {
        outcomes.add(outcome(notice, new RunLog(context)));
      }
      answer.add(outcomes);
    }
    JSON.writeValue(output, answer.json());
  }

  private Outcome outcome(Notice notice, RunLog log) {
    if (notice instanceof Notice.Arrival arrival) {
      return arrivals.ingest(arrival, log.about(arrival.at()));
    } else if (notice instanceof Notice.NoUpload other) {
      return log.ended(Outcome.of(Verdict.DONE, "ignored", "no upload: " + other.what()));
    }
    String message = ((Notice.Malformed) notice).message();
    return log.ended(Outcome.of(Verdict.MALFORMED, "malformed", message));
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
