package dev.ingest.store;

import java.util.Map;

/**
 * How an object is written.
 *
 * @param contentType the media type
 * @param metadata small facts that stay with the object, for people and tools, such as the run that
 *     wrote it: names of lower-case letters, digits and dashes, values of printable ASCII, 1,900
 *     bytes in all (S3 takes 2 KB). A store that keeps none drops them
 * @param mayReplace whether an object that is there may be replaced
 */
public record WriteOptions(String contentType, Map<String, String> metadata, boolean mayReplace) {

  private static final int MOST_METADATA = 1900;

  /** Refuses metadata that a request's headers cannot carry. */
  public WriteOptions {
    metadata = Map.copyOf(metadata);
    int size = 0;
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      checkName(entry.getKey());
      checkValue(entry.getKey(), entry.getValue());
      size += entry.getKey().length() + entry.getValue().length();
    }
    if (size > MOST_METADATA) {
      throw new IllegalArgumentException(
          "metadata: expected at most %s bytes, found %s".formatted(MOST_METADATA, size));
    }
  }

  /** Makes options: no metadata, and an object that is there is replaced. */
  public static WriteOptions of(String contentType) {
    return new WriteOptions(contentType, Map.of(), true);
  }

  /** Returns options with another media type. */
  public WriteOptions withContentType(String other) {
    return new WriteOptions(other, metadata, mayReplace);
  }

  /** Returns options with these facts instead of others. */
  public WriteOptions withMetadata(Map<String, String> facts) {
    return new WriteOptions(contentType, facts, mayReplace);
  }

  /**
   * Returns options under which an object that is there stays, and the write is refused: for keys
   * that name a run or a content, under which nothing else can be meant.
   */
  public WriteOptions neverReplacing() {
    return new WriteOptions(contentType, metadata, false);
  }

  private static void checkName(String name) {
    boolean fine = !name.isEmpty();
    for (int i = 0; fine && i < name.length(); i++) {
      char c = name.charAt(i);
      fine = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
    }
    if (!fine) {
      throw new IllegalArgumentException(
          "metadata: expected a name of lower-case letters, digits and dashes, found \""
              + name
              + "\"");
    }
  }

  private static void checkValue(String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
        throw new IllegalArgumentException(
            "metadata %s: expected printable ASCII, found U+%s"
                .formatted(name, Integer.toHexString(0x10000 | value.charAt(i)).substring(1)));
      }
    }
  }
}
