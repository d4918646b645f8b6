package dev.ingest.aws.s3;

import dev.ingest.store.WriteOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** An object being written: held back up to one part, then sent part by part. */
final class S3Upload extends OutputStream {

  /** S3's least size of a part but the last is 5 MiB. */
  static final int PART = 8 << 20;

  private static final int MOST_PARTS = 10_000;

  private final S3Requests requests;
  private final WriteOptions options;
  private final String mark = UUID.randomUUID().toString();
  private final List<CompletedPart> parts = new ArrayList<>();
  private byte[] buffer = new byte[64 << 10];
  private int filled;
  private @Nullable String uploadId;
  private boolean appeared;

  S3Upload(S3Requests requests, WriteOptions options) {
    this.requests = requests;
    this.options = options;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int end = offset + length;
    while (from < end) {
      if (filled == PART) {
        sendPart();
      }
      int count = Math.min(end - from, PART - filled);
      reserve(filled + count);
      System.arraycopy(bytes, from, buffer, filled, count);
      filled += count;
      from += count;
    }
  }

  private void reserve(int size) {
    if (size > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(PART, Math.max(size, buffer.length * 2)));
    }
  }

  private void sendPart() throws IOException {
    if (parts.size() == MOST_PARTS) {
      throw new IOException("more than 10,000 parts of 8 MiB, which is the most that S3 takes");
    }
    if (uploadId == null) {
      uploadId = requests.begin(options, mark);
    }
    parts.add(requests.part(uploadId, parts.size() + 1, body()));
    filled = 0;
  }

  /** Makes the object appear. */
  void complete() throws IOException {
    String upload = uploadId;
    if (upload == null) {
      Publication.of(requests, mark, () -> requests.put(options, mark, body()));
    } else {
      sendPart();
      Publication.of(requests, mark, () -> requests.complete(options, upload, parts));
    }
    appeared = true;
  }

  /** Not copied: the buffer stays as it is until the request has ended. */
  private RequestBody body() {
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(buffer, 0, filled), filled, "application/octet-stream");
  }

  /**
   * Forgets the parts of an upload that did not end; the object does not appear.
   *
   * @throws SdkException if S3 keeps the parts; a lifecycle rule of the bucket removes them
   */
  @Override
  public void close() {
    if (uploadId != null && !appeared) {
      requests.abort(uploadId);
    }
  }
}
