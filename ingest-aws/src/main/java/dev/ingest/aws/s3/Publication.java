package dev.ingest.aws.s3;

import dev.ingest.store.StoreException;
import dev.ingest.store.StoreException.Reason;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The one request by which an object appears. Two things may be amiss with its answer. It may say
 * that another write is under way (409): then it is sent again. And it may be the answer to a
 * repetition, after the first answer was lost: then S3 says that the object is there already (412),
 * or that it knows no such upload any more (404), and whether it is ours is seen by its mark.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">Conditional
 *     writes</a>
 */
final class Publication {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
  private static final int MISSING = 404;
  private static final int CONFLICT = 409;
  private static final int EXISTS = 412;

  private Publication() {}

  /** Sends the request until it is answered for good. */
  static void of(S3Requests requests, String mark, Runnable request) {
    int attempt = 1;
    while (!sent(requests, mark, request, attempt < requests.attempts())) {
      pause(requests, attempt++);
    }
  }

  /** Returns whether the object has appeared; if not, the request may be sent again. */
  private static boolean sent(
      S3Requests requests, String mark, Runnable request, boolean mayAgain) {
    try {
      request.run();
      return true;
    } catch (S3Exception failure) {
      int status = failure.statusCode();
      if (status == CONFLICT && mayAgain) {
        return false;
      }
      if ((status == EXISTS || status == MISSING) && isOurs(requests, mark, failure)) {
        return true;
      }
      throw failure;
    }
  }

  private static boolean isOurs(S3Requests requests, String mark, S3Exception failure) {
    try {
      return mark.equals(requests.head().metadata().get(S3Requests.MARK));
    } catch (SdkException unknown) {
      failure.addSuppressed(unknown);
      return false;
    }
  }

  /** Waits a random while, so that writers who met once do not meet again. */
  private static void pause(S3Requests requests, int attempt) {
    long most = SHORTEST_PAUSE.toMillis() << attempt;
    Duration pause = Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, most));
    try {
      Thread.sleep(requests.deadline().within(requests.at(), pause).toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StoreException(
          Reason.UNAVAILABLE, requests.at(), "expected to be let write, found a stop", stopped);
    }
  }
}
