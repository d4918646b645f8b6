package dev.ingest.aws.sql;

import dev.ingest.load.LedgerQuery;
import dev.ingest.load.TableName;
import java.util.ArrayList;
import java.util.List;

/** What of one schema's ledger a query asks for, as a condition with values. */
final class LedgerFilter {

  /** Not the backslash, which a setting of the server may take for its own. */
  private static final char ESCAPE = '!';

  private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
  private final List<String> values = new ArrayList<>();

  LedgerFilter(LedgerDialect dialect, String schema, LedgerQuery query) {
    if (query.table() != null) {
      add("target = ?", new TableName(schema, query.table().table()).toString());
    }
    if (query.file() != null) {
      file(query.file());
    }
    if (query.since() != null) {
      add("loaded_at >= " + dialect.moment(), Ledger.UTC.format(query.since()));
    }
  }

  private void add(String condition, String... bound) {
    conditions.add(condition);
    values.addAll(List.of(bound));
  }

  private void file(String glob) {
    String like = "object_key LIKE ? ESCAPE '" + ESCAPE + "'";
    if (glob.indexOf('/') >= 0) {
      add(like, like(glob));
    } else {
      add("(" + like + " OR " + like + ")", like(glob), "%/" + like(glob));
    }
  }

  /** Returns a pattern of {@code LIKE} that fits what a glob fits. */
  static String like(String glob) {
    StringBuilder like = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      switch (c) {
        case '*' -> like.append('%');
        case '?' -> like.append('_');
        case '%', '_', ESCAPE -> like.append(ESCAPE).append(c);
        default -> like.append(c);
      }
    }
    return like.toString();
  }

  String condition() {
    return String.join(" AND ", conditions);
  }

  List<String> values() {
    return values;
  }
}
