package dev.ingest.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.ObjectLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvocationTimeTest {

  private final TestContext context = new TestContext();
  private final InvocationTime time = new InvocationTime(context);

  @Test
  void somethingIsKeptBackForTheAnswer() {
    context.setRemaining(10_000);

    assertThat(time.remaining()).isEqualTo(Duration.ofMillis(8_500));
    assertThat(time.end(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)))
        .isEqualTo("1970-01-01T00:00:08.500Z");
  }

  @Test
  void nothingIsBegunThatWouldNotEnd() {
    context.setRemaining(6_500);
    assertThatCode(() -> time.checkBeginning("s3://inbox/a")).doesNotThrowAnyException();
    context.setRemaining(6_499);

    assertThatThrownBy(() -> time.checkBeginning("s3://inbox/a"))
        .isInstanceOf(OutOfTimeException.class)
        .hasMessage(
            "s3://inbox/a: expected at least 5 s to begin with it, found 4.9 s of the function's time left; nothing was done; it is tried again, or needs a function with more time");
  }

  @Test
  void whatIsBegunEndsInTime() {
    context.setRemaining(1_500);
    assertThat(time.isOver()).isFalse();
    context.setRemaining(1_499);

    assertThat(time.isOver()).isTrue();
    assertThatThrownBy(() -> time.checkGoingOn("s3://outbox/a"))
        .hasMessage(
            "s3://outbox/a: expected the run to end within the function's time, found 1.4 s left; nothing was changed; it is tried again, or needs a function with more time or memory");
  }

  @Test
  void noObjectAppearsWhenTheTimeEndsMeanwhile(@TempDir Path root) {
    TimedStore store = new TimedStore(new DirectoryObjectStore(root), time);
    ObjectLocation at = new ObjectLocation("outbox", "a.csv");

    assertThatThrownBy(
            () ->
                store.write(
                    at,
                    "text/csv",
                    out -> {
                      out.write("first".getBytes(UTF_8));
                      context.setRemaining(1_000);
                      out.write("second".getBytes(UTF_8));
                      return 2;
                    }))
        .isInstanceOf(OutOfTimeException.class);

    assertThat(Files.exists(root.resolve("outbox/a.csv"))).isFalse();
  }

  @Test
  void norIsOneBegunThen(@TempDir Path root) {
    context.setRemaining(1_000);
    TimedStore store = new TimedStore(new DirectoryObjectStore(root), time);

    assertThatThrownBy(
            () -> store.write(new ObjectLocation("outbox", "a"), "text/csv", out -> fail()))
        .isInstanceOf(OutOfTimeException.class);
  }

  private static int fail() {
    throw new AssertionError("expected no body to be written");
  }
}
