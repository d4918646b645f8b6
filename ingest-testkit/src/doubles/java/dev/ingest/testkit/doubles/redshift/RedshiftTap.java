package dev.ingest.testkit.doubles.redshift;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ingest.testkit.doubles.wire.WireLink;
import dev.ingest.testkit.doubles.wire.WireMessage;
import dev.ingest.testkit.doubles.wire.WireTap;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One connection of a client: translates what it says, and what it is answered. */
final class RedshiftTap implements WireTap {

  private static final String SERIALIZATION_FAILURE = "C40001";

  private final UnaryOperator<String> translation;
  private final Set<String> truncating = new HashSet<>();
  private final Map<String, String> portals = new HashMap<>();
  private boolean inCommitOfTruncate;

  RedshiftTap(UnaryOperator<String> translation) {
    this.translation = translation;
  }

  @Override
  public void fromClient(WireMessage message, WireLink link) throws IOException {
    switch (message.type()) {
      case 'Q' -> link.toServer(message.withString(0, query(message.string(0))));
      case 'P' -> link.toServer(message.withString(1, prepared(message)));
      case 'B' -> {
        portals.put(message.string(0), message.string(1));
        link.toServer(message);
      }
      case 'E' -> {
        link.toServer(message);
        if (truncating.contains(portals.getOrDefault(message.string(0), ""))) {
          commit(link);
        }
      }
      default -> link.toServer(message);
    }
  }

  private String query(String sql) {
    String translated = translation.apply(sql);
    return RedshiftDialect.isTruncate(sql) ? translated + "; COMMIT" : translated;
  }

  private String prepared(WireMessage parse) {
    String name = parse.string(0);
    String sql = parse.string(1);
    truncating.remove(name);
    if (RedshiftDialect.isTruncate(sql)) {
      truncating.add(name);
    }
    return translation.apply(sql);
  }

  /** Parse, Bind and Execute, all without names. */
  private static void commit(WireLink link) throws IOException {
    link.toServer(new WireMessage('P', "\0COMMIT\0\0\0".getBytes(US_ASCII)));
    link.toServer(new WireMessage('B', new byte[8]));
    link.toServer(new WireMessage('E', new byte[5]));
  }

  @Override
  public void fromServer(WireMessage message, WireLink link) throws IOException {
    switch (message.type()) {
      case 'S' -> link.toClient(status(message));
      case 'E' -> {
        inCommitOfTruncate = false;
        link.toClient(error(message));
      }
      case 'C' -> completed(message, link);
      case '1', '2', 'N' -> {
        if (!inCommitOfTruncate) {
          link.toClient(message);
        }
      }
      default -> link.toClient(message);
    }
  }

  private void completed(WireMessage message, WireLink link) throws IOException {
    if (inCommitOfTruncate) {
      inCommitOfTruncate = false;
      return;
    }
    inCommitOfTruncate = message.string(0).startsWith("TRUNCATE");
    link.toClient(message.string(0).equals("CALL") ? message.withString(0, "COPY") : message);
  }

  private static WireMessage status(WireMessage message) {
    boolean version = message.string(0).equals("server_version");
    return version ? message.withString(1, "8.0.2") : message;
  }

  /** Redshift reports a conflict of serializable transactions as an internal error, 1023. */
  private static WireMessage error(WireMessage message) {
    if (!hasField(message, SERIALIZATION_FAILURE)) {
      return message;
    }
    WireMessage changed = message;
    for (int i = 0; !message.string(i).isEmpty(); i++) {
      changed =
          switch (message.string(i).charAt(0)) {
            case 'C' -> changed.withString(i, "CXX000");
            case 'M' -> changed.withString(i, "M1023");
            case 'D' -> changed.withString(i, "DSerializable isolation violation on table");
            default -> changed;
          };
    }
    return changed;
  }

  private static boolean hasField(WireMessage message, String field) {
    for (int i = 0; !message.string(i).isEmpty(); i++) {
      if (message.string(i).equals(field)) {
        return true;
      }
    }
    return false;
  }
}
