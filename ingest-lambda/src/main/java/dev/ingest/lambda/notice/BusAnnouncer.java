package dev.ingest.lambda.notice;

import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/** Puts an event on a bus of EventBridge: source {@code ingest}, kind {@code Run Ended}. */
public final class BusAnnouncer implements Announcer {

  private final EventBridgeClient client;
  private final String bus;

  /**
   * Makes an announcer on a client, which the caller closes.
   *
   * @param bus the bus's name or ARN
   */
  public BusAnnouncer(EventBridgeClient client, String bus) {
    this.client = client;
    this.bus = bus;
  }

  @Override
  public String name() {
    return bus;
  }

  /** The call succeeds where an event was refused, and says so in its answer. */
  @Override
  public void tell(Announcement announcement) {
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName(bus)
            .source("ingest")
            .detailType("Run Ended")
            .detail(announcement.json())
            .build();
    PutEventsResponse answer = client.putEvents(PutEventsRequest.builder().entries(entry).build());
    if (answer.failedEntryCount() != null && answer.failedEntryCount() > 0) {
      throw new IllegalStateException(
          "the bus refused the event: " + answer.entries().get(0).errorMessage());
    }
  }
}
