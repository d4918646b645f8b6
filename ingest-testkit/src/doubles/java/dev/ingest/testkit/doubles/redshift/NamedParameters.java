package dev.ingest.testkit.doubles.redshift;

import static java.util.Locale.ROOT;

import dev.ingest.testkit.doubles.redshift.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * SQL of the Data API, whose parameters have names, as the driver takes it.
 *
 * @param sql the SQL with a question mark for each use of a parameter
 * @param names the parameter of each question mark
 */
record NamedParameters(String sql, List<String> names) {

  /** Replaces {@code :name}; neither {@code ::type} nor what stands in quotes is a parameter. */
  static NamedParameters of(String sql, Set<String> known) {
    List<SqlToken> tokens = SqlLexer.tokens(sql);
    StringBuilder out = new StringBuilder();
    List<String> names = new ArrayList<>();
    int copied = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      SqlToken colon = tokens.get(i);
      SqlToken word = tokens.get(i + 1);
      boolean ofCast = i > 0 && tokens.get(i - 1).isSymbol(":");
      if (colon.isSymbol(":") && !ofCast && word.kind() == Kind.WORD) {
        String name = sql.substring(word.start(), word.end());
        names.add(known(name, known));
        out.append(sql, copied, colon.start()).append('?');
        copied = word.end();
      }
    }
    return new NamedParameters(out.append(sql, copied, sql.length()).toString(), names);
  }

  private static String known(String name, Set<String> known) {
    for (String candidate : known) {
      if (candidate.toLowerCase(ROOT).equals(name.toLowerCase(ROOT))) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("Parameters missing in the request: " + name);
  }
}
