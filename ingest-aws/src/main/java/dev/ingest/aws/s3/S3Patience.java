package dev.ingest.aws.s3;

import java.time.Duration;

/**
 * How long is waited for S3, and how often it is asked. A deadline makes all of these shorter.
 *
 * @param attempts how often a request is sent at most, 1 to 20; between two there is a pause of
 *     random length that grows
 * @param connect for a connection
 * @param read between two packets of an answer or a body
 * @param attempt for one attempt, the sending of a part included
 * @param call for all attempts of one request
 */
public record S3Patience(
    int attempts, Duration connect, Duration read, Duration attempt, Duration call) {

  private static final int MOST_ATTEMPTS = 20;

  /** Refuses what would never wait or never end. */
  public S3Patience {
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException("attempts: expected 1 to 20, found " + attempts);
    }
    check("connect", connect);
    check("read", read);
    check("attempt", attempt);
    check("call", call);
  }

  /** Four attempts of a minute, three minutes in all, and no silence of more than half a minute. */
  public static S3Patience standard() {
    return new S3Patience(
        4,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(3));
  }

  private static void check(String what, Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(
          "%s: expected some time to wait, found %s".formatted(what, time));
    }
  }
}
