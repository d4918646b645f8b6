package dev.ingest.aws.s3;

import dev.ingest.store.ObjectLocation;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** An object being written: held back up to one part, then sent part by part. */
final class S3Upload extends OutputStream {

  /** S3's least size of a part but the last is 5 MiB. */
  static final int PART = 8 << 20;

  private final S3Client client;
  private final ObjectLocation at;
  private final String contentType;
  private final List<CompletedPart> parts = new ArrayList<>();
  private byte[] buffer = new byte[64 << 10];
  private int filled;
  private @Nullable String uploadId;
  private boolean completed;

  S3Upload(S3Client client, ObjectLocation at, String contentType) {
    this.client = client;
    this.at = at;
    this.contentType = contentType;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
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
      buffer = java.util.Arrays.copyOf(buffer, Math.min(PART, Math.max(size, buffer.length * 2)));
    }
  }

  /** Makes the object appear. */
  void complete() {
    if (uploadId == null) {
      client.putObject(
          request -> request.bucket(at.bucket()).key(at.key()).contentType(contentType), body());
    } else {
      sendPart();
      client.completeMultipartUpload(
          request ->
              request
                  .bucket(at.bucket())
                  .key(at.key())
                  .uploadId(uploadId)
                  .multipartUpload(upload -> upload.parts(parts)));
    }
    completed = true;
  }

  private void sendPart() {
    if (uploadId == null) {
      uploadId =
          client
              .createMultipartUpload(
                  request -> request.bucket(at.bucket()).key(at.key()).contentType(contentType))
              .uploadId();
    }
    int number = parts.size() + 1;
    String tag =
        client
            .uploadPart(
                request ->
                    request.bucket(at.bucket()).key(at.key()).uploadId(uploadId).partNumber(number),
                body())
            .eTag();
    parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
    filled = 0;
  }

  private RequestBody body() {
    return RequestBody.fromByteBuffer(ByteBuffer.wrap(buffer, 0, filled));
  }

  /** Forgets the parts of an upload that was not completed; the object does not appear. */
  @Override
  public void close() {
    if (uploadId != null && !completed) {
      try {
        client.abortMultipartUpload(
            request -> request.bucket(at.bucket()).key(at.key()).uploadId(uploadId));
      } catch (SdkException ignored) {
        // the failure that led here is the one to tell; a lifecycle rule removes stray parts
      }
    }
  }
}
