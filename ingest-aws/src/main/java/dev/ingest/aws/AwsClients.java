package dev.ingest.aws;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Makes AWS clients. Region, credentials and endpoints come from where the SDK looks by default
 * (environment, profile, role). Every wait has an end, so that a function without a route to a
 * service fails with a message rather than at its own timeout.
 */
public final class AwsClients {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SOCKET = Duration.ofSeconds(30);
  private static final Duration SECRET_CALL = Duration.ofSeconds(15);

  private AwsClients() {}

  /** Returns a client for S3; the caller closes it. */
  public static S3Client s3() {
    return S3Client.builder().httpClientBuilder(http()).build();
  }

  /** Returns a client for Secrets Manager; the caller closes it. */
  public static SecretsManagerClient secrets() {
    return SecretsManagerClient.builder()
        .httpClientBuilder(http())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder().apiCallTimeout(SECRET_CALL).build())
        .build();
  }

  private static SdkHttpClient.Builder<?> http() {
    return UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SOCKET);
  }
}
