package dev.ingest.aws.s3;

import dev.ingest.testkit.doubles.S3Server;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients for servers on this machine. */
public final class S3Clients {

  private S3Clients() {}

  /** Returns a client. */
  public static S3Client of(URI endpoint) {
    return of(endpoint, S3Server.SECRET_ACCESS_KEY);
  }

  /** Returns a client. */
  public static S3Client of(URI endpoint, String secretAccessKey) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(S3Server.ACCESS_KEY_ID, secretAccessKey)))
        .build();
  }
}
