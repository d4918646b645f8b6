package dev.ingest.testkit.doubles;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** What a {@link S3Server} does to the body of an object that is read. */
public enum BodyFault {
  /** Half of the bytes, and a Content-Length that agrees: only the object's own size tells. */
  SHORTENED {
    @Override
    InputStream spoil(byte[] body) {
      return new ByteArrayInputStream(half(body));
    }
  },

  /** All bytes, but one bit in the middle is another; the ETag is that of the object. */
  CORRUPT {
    @Override
    InputStream spoil(byte[] body) {
      byte[] changed = body.clone();
      changed[changed.length / 2] ^= 1;
      return new ByteArrayInputStream(changed);
    }
  };

  abstract InputStream spoil(byte[] body);

  /** The Content-Length that is told of a body with so many bytes. */
  long told(int bytes) {
    return this == SHORTENED ? bytes / 2 : bytes;
  }

  private static byte[] half(byte[] body) {
    return Arrays.copyOf(body, body.length / 2);
  }
}
