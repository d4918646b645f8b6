package dev.ingest.aws.redshift;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The list of what {@code COPY} loads: one file, which must be there. Without it {@code COPY} would
 * take the key for a prefix, and load what else begins so.
 *
 * <p>Source: Amazon Redshift Database Developer Guide, "Using a manifest to specify data files".
 */
final class Manifest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Manifest() {}

  /** Writes it, always the same for the same file, and returns where. */
  static ObjectLocation write(ObjectStore store, ObjectLocation data, CopyAccess access) {
    long size = store.facts(data).size();
    byte[] content = content(data, size).toString().getBytes(StandardCharsets.UTF_8);
    ObjectLocation at =
        new ObjectLocation(data.bucket(), access.manifests() + name(data) + ".manifest");
    return store.write(
        at,
        "application/json",
        out -> {
          out.write(content);
          return at;
        });
  }

  static ObjectNode content(ObjectLocation data, long size) {
    ObjectNode manifest = JSON.createObjectNode();
    ObjectNode entry = manifest.putArray("entries").addObject();
    entry.put("url", data.toString()).put("mandatory", true);
    entry.putObject("meta").put("content_length", size);
    return manifest;
  }

  /** Keys may hold anything, and {@code COPY} takes no parameters: so the name is a hash. */
  private static String name(ObjectLocation data) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(hash.digest(data.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
