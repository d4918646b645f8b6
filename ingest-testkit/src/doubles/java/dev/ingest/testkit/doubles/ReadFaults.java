package dev.ingest.testkit.doubles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** What is to happen at the next reads of objects. */
final class ReadFaults {

  private final Queue<BodyFault> spoilt = new ArrayDeque<>();
  private final Queue<Runnable> interludes = new ArrayDeque<>();

  synchronized void spoilNext(BodyFault fault) {
    spoilt.add(fault);
  }

  synchronized void beforeNext(Runnable interlude) {
    interludes.add(interlude);
  }

  private synchronized @Nullable Runnable nextInterlude() {
    return interludes.poll();
  }

  private synchronized @Nullable BodyFault nextFault() {
    return spoilt.poll();
  }

  /** Runs what the test wants to happen first; outside of the lock, for it may wait. */
  void interlude() {
    @Nullable Runnable interlude = nextInterlude();
    if (interlude != null) {
      interlude.run();
    }
  }

  ResponseInputStream<GetObjectResponse> spoil(ResponseInputStream<GetObjectResponse> read) {
    @Nullable BodyFault fault = nextFault();
    return fault == null ? read : spoil(read, fault);
  }

  private static ResponseInputStream<GetObjectResponse> spoil(
      ResponseInputStream<GetObjectResponse> read, BodyFault fault) {
    try (read) {
      byte[] body = read.readAllBytes();
      GetObjectResponse told =
          read.response().toBuilder().contentLength(fault.told(body.length)).build();
      InputStream spoilt = fault.spoil(body);
      return new ResponseInputStream<>(told, AbortableInputStream.create(spoilt));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read an object of the S3 double", e);
    }
  }
}
