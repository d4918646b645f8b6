package dev.ingest.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.ingest.aws.AwsClients;
import dev.ingest.aws.Destination;
import dev.ingest.aws.s3.S3ObjectStore;
import dev.ingest.aws.settings.TargetSettings;
import dev.ingest.metrics.MetricsPipeline;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The function's entry point: {@code dev.ingest.lambda.IngestHandler::handleRequest}. Takes S3's
 * notification of new objects, loads each workbook and answers {@code {"results": […]}} with a
 * report for each.
 *
 * <p>A workbook that is refused is an answer, since another try would not help. Whatever another
 * try may mend is thrown, and Lambda tries again; a load leaves all of its rows or none, and a
 * second delivery of the same object is known by the ledger and touches nothing.
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
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode results = answer.putArray("results");
    try {
      for (S3Notification.Arrival arrival : S3Notification.created(event(input))) {
        RunLog log = new RunLog(context, arrival.at());
        results.addRawValue(new RawValue(arrivals.ingest(arrival, log)));
      }
    } catch (RuntimeException failure) {
      throw new FunctionFailure(failure);
    }
    JSON.writeValue(output, answer);
  }

  private static JsonNode event(InputStream input) throws IOException {
    try {
      return JSON.readTree(input);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException(
          "event: expected JSON, found something else (%s)".formatted(notJson.getOriginalMessage()),
          notJson);
    }
  }
}
