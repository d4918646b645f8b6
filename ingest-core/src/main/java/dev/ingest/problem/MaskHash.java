package dev.ingest.problem;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Hashes by which equal values are known, and no value is: HMAC-SHA-256 (RFC 2104) under a key. A
 * hash without one would tell a birthday or a PIN to whoever tries them all. Thread-safe.
 */
final class MaskHash {

  /** As many as the hash has: RFC 2104, section 3. */
  static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  /** Few, since they are for people's eyes: two of a thousand values may rarely look alike. */
  private static final int SHOWN_BYTES = 3;

  private final boolean given;

  /** Null until it is drawn: most runs mask nothing, and a generator takes long to start. */
  private @Nullable SecretKeySpec key;

  private MaskHash(@Nullable SecretKeySpec key) {
    this.given = key != null;
    this.key = key;
  }

  /** Hashes under a key that is drawn when it is first needed. */
  static MaskHash random() {
    return new MaskHash(null);
  }

  /** Hashes under this key. */
  static MaskHash of(byte[] key) {
    if (key.length < KEY_BYTES) {
      throw new IllegalArgumentException(
          "masking: expected a key of %s bytes or more, found %s; draw random ones"
              .formatted(KEY_BYTES, key.length));
    }
    return new MaskHash(new SecretKeySpec(key, ALGORITHM));
  }

  /** Returns this one if its key was given, else one that draws another. */
  MaskHash forRun() {
    return given ? this : random();
  }

  /** Returns the hash in hexadecimal digits. */
  String of(String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }

  private synchronized SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) {
      byte[] drawn = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(drawn);
      known = new SecretKeySpec(drawn, ALGORITHM);
      key = known;
    }
    return known;
  }
}
