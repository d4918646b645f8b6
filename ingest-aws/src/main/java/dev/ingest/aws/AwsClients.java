package dev.ingest.aws;

import dev.ingest.aws.s3.S3Patience;
import dev.ingest.aws.s3.S3Settings;
import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
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

  /** Calls of the Data API do not wait for statements. */
  private static final Duration DATA_CALL = Duration.ofSeconds(60);

  private AwsClients() {}

  /** Returns a client for S3 with settings as they are by default; the caller closes it. */
  public static S3Client s3() {
    return s3(S3Settings.defaults());
  }

  /** Returns a client for S3; the caller closes it. */
  public static S3Client s3(S3Settings settings) {
    S3Patience patience = settings.patience();
    S3ClientBuilder client =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(patience.connect())
                    .socketTimeout(patience.read()))
            .overrideConfiguration(
                override ->
                    override.retryStrategy(retry -> retry.maxAttempts(patience.attempts())));
    if (settings.endpoint() != null) {
      client.endpointOverride(settings.endpoint());
    }
    if (settings.pathStyle()) {
      client.forcePathStyle(true);
    }
    if (settings.region() != null) {
      client.region(Region.of(settings.region()));
    }
    return client.build();
  }

  /** Returns a client for Secrets Manager; the caller closes it. */
  public static SecretsManagerClient secrets() {
    return SecretsManagerClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SOCKET))
        .overrideConfiguration(
            ClientOverrideConfiguration.builder().apiCallTimeout(SECRET_CALL).build())
        .build();
  }

  /** Returns a client for the Data API of Redshift; the caller closes it. */
  public static RedshiftDataClient redshiftData() {
    return RedshiftDataClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SOCKET))
        .overrideConfiguration(
            ClientOverrideConfiguration.builder().apiCallTimeout(DATA_CALL).build())
        .build();
  }
}
