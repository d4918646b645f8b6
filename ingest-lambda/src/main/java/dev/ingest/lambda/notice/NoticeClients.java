package dev.ingest.lambda.notice;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Makes the clients of those who are told. A notice is not worth waiting for: the function pays for
 * the time.
 */
public final class NoticeClients {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration CALL = Duration.ofSeconds(5);

  private NoticeClients() {}

  /** Returns a client for SNS; the caller closes it. */
  public static SnsClient sns() {
    return SnsClient.builder().httpClientBuilder(http()).overrideConfiguration(briefly()).build();
  }

  /** Returns a client for EventBridge; the caller closes it. */
  public static EventBridgeClient eventBridge() {
    return EventBridgeClient.builder()
        .httpClientBuilder(http())
        .overrideConfiguration(briefly())
        .build();
  }

  private static UrlConnectionHttpClient.Builder http() {
    return UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(CALL);
  }

  private static ClientOverrideConfiguration briefly() {
    return ClientOverrideConfiguration.builder().apiCallTimeout(CALL).build();
  }
}
