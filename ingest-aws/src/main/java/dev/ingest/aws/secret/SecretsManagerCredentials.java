package dev.ingest.aws.secret;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** A login kept in Secrets Manager, fetched when first needed and remembered for a while. */
public final class SecretsManagerCredentials implements DatabaseCredentials {

  /** How long a login is remembered unless told otherwise. */
  public static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

  private final SecretsManagerClient client;
  private final String secretId;
  private final Duration timeToLive;
  private final Clock clock;
  private @Nullable DatabaseSecret cached;
  private Instant expires = Instant.MIN;

  /**
   * Makes credentials; nothing is fetched yet.
   *
   * @param client which the caller closes
   * @param secretId the secret's name or ARN
   */
  public SecretsManagerCredentials(SecretsManagerClient client, String secretId) {
    this(client, secretId, TIME_TO_LIVE, Clock.systemUTC());
  }

  /** Makes credentials with another time to live and clock. */
  public SecretsManagerCredentials(
      SecretsManagerClient client, String secretId, Duration timeToLive, Clock clock) {
    this.client = client;
    this.secretId = secretId;
    this.timeToLive = timeToLive;
    this.clock = clock;
  }

  @Override
  public synchronized DatabaseSecret current() {
    DatabaseSecret secret = cached;
    return secret != null && clock.instant().isBefore(expires) ? secret : refreshed();
  }

  @Override
  public synchronized DatabaseSecret refreshed() {
    DatabaseSecret secret = SecretJson.read(secretId, fetch());
    cached = secret;
    expires = clock.instant().plus(timeToLive);
    return secret;
  }

  /** Fetches once for all who were refused with the same login. */
  @Override
  public synchronized DatabaseSecret refreshed(DatabaseSecret refused) {
    DatabaseSecret secret = cached;
    return secret == null || secret.equals(refused) ? refreshed() : secret;
  }

  @Override
  public String display() {
    return "secret " + secretId;
  }

  private @Nullable String fetch() {
    try {
      GetSecretValueResponse answer = client.getSecretValue(request -> request.secretId(secretId));
      return answer.secretString() != null || answer.secretBinary() == null
          ? answer.secretString()
          : answer.secretBinary().asUtf8String();
    } catch (SdkException failure) {
      throw unavailable(failure);
    }
  }

  /**
   * What the service says of a refusal may be told, and so may what kept us from asking. What is
   * said of an answer may not: parsers quote what they cannot read, and that is the secret.
   */
  private SecretException unavailable(SdkException failure) {
    boolean answered = !(failure instanceof AwsServiceException) && quotesAnAnswer(failure);
    return new SecretException(
        "secret %s: expected its value, found %s; check its name, secretsmanager:GetSecretValue and the route to the service"
            .formatted(secretId, answered ? "an answer that is none" : failure.getMessage()),
        answered ? null : failure);
  }

  private static boolean quotesAnAnswer(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getName().contains("jackson")
        || String.valueOf(failure.getMessage()).startsWith("Unable to unmarshall");
  }
}
