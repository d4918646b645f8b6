package dev.ingest.lambda.notice;

import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** Publishes to a topic of SNS, with the outcome as an attribute, by which subscriptions filter. */
public final class TopicAnnouncer implements Announcer {

  /** SNS takes a hundred characters of ASCII. */
  private static final int LONGEST_SUBJECT = 99;

  private final SnsClient client;
  private final String topic;

  /**
   * Makes an announcer on a client, which the caller closes.
   *
   * @param topic the topic's ARN
   */
  public TopicAnnouncer(SnsClient client, String topic) {
    this.client = client;
    this.topic = topic;
  }

  @Override
  public String name() {
    return topic;
  }

  @Override
  public void tell(Announcement announcement) {
    MessageAttributeValue outcome =
        MessageAttributeValue.builder()
            .dataType("String")
            .stringValue(announcement.outcome())
            .build();
    client.publish(
        PublishRequest.builder()
            .topicArn(topic)
            .subject(subject(announcement))
            .message(announcement.json())
            .messageAttributes(Map.of("outcome", outcome))
            .build());
  }

  private static String subject(Announcement announcement) {
    String text = announcement.outcome() + ": " + announcement.at().key();
    StringBuilder subject = new StringBuilder();
    for (int i = 0; i < text.length() && subject.length() < LONGEST_SUBJECT; i++) {
      char c = text.charAt(i);
      subject.append(c >= ' ' && c <= '~' ? c : '?');
    }
    return subject.toString();
  }
}
