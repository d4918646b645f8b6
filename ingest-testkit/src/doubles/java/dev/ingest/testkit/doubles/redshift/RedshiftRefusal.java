package dev.ingest.testkit.doubles.redshift;

import dev.ingest.testkit.doubles.redshift.SqlToken.Kind;
import java.util.List;

/** What Redshift answers to a statement that it does not run. */
final class RedshiftRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sqlState;

  RedshiftRefusal(String sqlState, String message) {
    super(message, null, false, false);
    this.sqlState = sqlState;
  }

  static RedshiftRefusal syntaxAt(String text) {
    return new RedshiftRefusal("42601", "syntax error at or near \"" + text + "\"");
  }

  static RedshiftRefusal notImitated(String what) {
    return new RedshiftRefusal("0A000", "the Redshift double does not imitate " + what);
  }

  /** A statement that fails so, and takes the same parameters as the one it stands for. */
  String asStatement(List<SqlToken> refused) {
    StringBuilder sql = new StringBuilder("SELECT redshift_double.refuse(");
    sql.append(literal(sqlState)).append(", ").append(literal(String.valueOf(getMessage())));
    sql.append(')');
    int parameters = 0;
    for (SqlToken token : refused) {
      if (token.kind() == Kind.PARAMETER) {
        parameters = Math.max(parameters, Integer.parseInt(token.text().substring(1)));
      }
    }
    for (int i = 1; i <= parameters; i++) {
      sql.append(", $").append(i).append("::text");
    }
    return sql.toString();
  }

  /** A string of SQL with this content. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
