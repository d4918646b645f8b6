package dev.ingest.aws.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.testkit.doubles.SecretsServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Against the service's protocol. What a secret may look like is in {@link SecretShapesTest}. */
class SecretsManagerCredentialsTest {

  private static final String ID = "db/loader";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SecretsServer server = SecretsServer.start();
  private final MutableClock clock = new MutableClock();
  private final SecretsManagerClient client =
      SecretsManagerClient.builder()
          .endpointOverride(server.endpoint())
          .region(Region.EU_WEST_1)
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key")))
          .build();
  private final SecretsManagerCredentials credentials =
      new SecretsManagerCredentials(client, ID, MINUTE, clock);

  @BeforeEach
  void store() {
    server.put(ID, secret("one"));
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void nothingIsFetchedBeforeItIsNeeded() {
    assertThat(server.reads(ID)).isZero();
  }

  @Test
  void aSecretIsRememberedForItsTimeToLive() {
    assertThat(credentials.current()).isEqualTo(DatabaseSecret.login("loader", "one"));
    server.put(ID, secret("two"));
    clock.advance(MINUTE.minusNanos(1));

    assertThat(credentials.current().password()).isEqualTo("one");
    assertThat(server.reads(ID)).isOne();

    clock.advance(Duration.ofNanos(1));

    assertThat(credentials.current().password()).isEqualTo("two");
    assertThat(server.reads(ID)).isEqualTo(2);
  }

  @Test
  void refreshedFetchesAndRemembers() {
    credentials.current();
    server.put(ID, secret("two"));

    assertThat(credentials.refreshed().password()).isEqualTo("two");
    assertThat(credentials.current().password()).isEqualTo("two");
    assertThat(server.reads(ID)).isEqualTo(2);
  }

  @Test
  void thoseWhoWereRefusedWithOneLoginFetchOnce() {
    DatabaseSecret refused = credentials.current();
    server.put(ID, secret("two"));

    assertThat(credentials.refreshed(refused).password()).isEqualTo("two");
    assertThat(credentials.refreshed(refused).password()).isEqualTo("two");
    assertThat(server.reads(ID)).isEqualTo(2);
  }

  @Test
  void messagesCallItByItsName() {
    assertThat(credentials.display()).isEqualTo("secret db/loader");
    assertThat(DatabaseCredentials.fixed(DatabaseSecret.login("u", "p")).display())
        .isEqualTo("the login of the settings");
  }

  @Test
  void aSecretIsFoundByItsArn() {
    SecretsManagerCredentials byArn = new SecretsManagerCredentials(client, server.arn(ID));

    assertThat(byArn.current().user()).isEqualTo("loader");
  }

  @Test
  void aBusyServiceIsAskedAgain() {
    server.throttleNext(2);

    assertThat(credentials.current().password()).isEqualTo("one");
    assertThat(server.reads(ID)).isEqualTo(3);
  }

  @Test
  void whoMayNotReadIsToldWhatToGrant() {
    server.deny(ID);

    assertThatThrownBy(credentials::current)
        .isInstanceOf(SecretException.class)
        .hasMessageStartingWith(
            "secret db/loader: expected its value, found not authorized to perform GetSecretValue (")
        .hasMessageEndingWith(
            "; check its name, secretsmanager:GetSecretValue and the route to the service");
  }

  @Test
  void aSecretThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> new SecretsManagerCredentials(client, "none").current())
        .isInstanceOf(SecretException.class)
        .hasMessageStartingWith(
            "secret none: expected its value, found can't find the specified secret value (");
  }

  @Test
  void anAnswerThatIsNoneIsAFailureOfOurs() {
    server.garbleNext(10);

    assertThatThrownBy(credentials::current)
        .isInstanceOf(SecretException.class)
        .hasMessage(
            "secret db/loader: expected its value, found an answer that is none; check its name, secretsmanager:GetSecretValue and the route to the service")
        .hasNoCause();
  }

  @Test
  void aFailureIsNotRemembered() {
    server.deny(ID);
    assertThatThrownBy(credentials::current).isInstanceOf(SecretException.class);
    server.allow(ID);

    assertThat(credentials.current().password()).isEqualTo("one");
  }

  private static String secret(String password) {
    return "{\"username\": \"loader\", \"password\": \"%s\"}".formatted(password);
  }
}
