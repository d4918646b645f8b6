package dev.ingest.testkit.doubles.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which SQL a message runs: one of the simple protocol at once, else by statement and portal. */
final class WireStatements {

  private final Map<String, String> prepared = new HashMap<>();
  private final Map<String, String> bound = new HashMap<>();

  /** The SQL that this message of the client begins to run, else null. */
  @Nullable String runBy(WireMessage message) {
    return switch (message.type()) {
      case 'Q' -> message.string(0);
      case 'P' -> {
        prepared.put(message.string(0), message.string(1));
        yield null;
      }
      case 'B' -> {
        bound.put(message.string(0), prepared.getOrDefault(message.string(1), ""));
        yield null;
      }
      // A portal that is read in parts is run once: the next Execute continues it.
      case 'E' -> bound.remove(message.string(0));
      default -> null;
    };
  }
}
