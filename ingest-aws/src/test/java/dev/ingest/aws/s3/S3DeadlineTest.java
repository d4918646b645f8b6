package dev.ingest.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.aws.secret.MutableClock;
import dev.ingest.load.TimeLimit;
import dev.ingest.store.ObjectLocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** How long a request may take, as the SDK is told. */
class S3DeadlineTest {

  private static final ObjectLocation AT = new ObjectLocation("inbox", "a.xlsx");

  private final MutableClock clock = new MutableClock();

  @Test
  void withoutADeadlineARequestTakesAsLongAsPatienceLasts() {
    Told told = new Told();
    new S3Requests(told, S3Settings.defaults(), Deadline.NONE, AT).head();

    assertThat(told.calls).containsExactly(Duration.ofMinutes(3));
    assertThat(told.attempts).containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void aRequestEndsWithTheDeadline() {
    Told told = new Told();
    Deadline deadline = new Deadline(TimeLimit.at(clock.instant().plusSeconds(100), clock));
    S3Requests requests = new S3Requests(told, S3Settings.defaults(), deadline, AT);
    requests.head();
    clock.advance(Duration.ofSeconds(90));
    requests.head();

    assertThat(told.calls).containsExactly(Duration.ofSeconds(100), Duration.ofSeconds(10));
    assertThat(told.attempts).containsExactly(Duration.ofMinutes(1), Duration.ofSeconds(10));
  }

  /** A client that writes down how long it may take. */
  private static final class Told implements S3Client {

    private final List<Duration> calls = new ArrayList<>();
    private final List<Duration> attempts = new ArrayList<>();

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
      AwsRequestOverrideConfiguration told = request.overrideConfiguration().orElseThrow();
      calls.add(told.apiCallTimeout().orElseThrow());
      attempts.add(told.apiCallAttemptTimeout().orElseThrow());
      return HeadObjectResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
