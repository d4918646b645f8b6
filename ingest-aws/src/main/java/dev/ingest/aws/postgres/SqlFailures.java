package dev.ingest.aws.postgres;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.RefusedRow;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Turns what the driver throws into failures of the port. Of what the server says only the short
 * message goes in, without the value where it quotes one: its detail may hold a whole row. What a
 * function of the database words is left out whole, since it may hold anything.
 */
public final class SqlFailures {

  private static final String MARKS = "[\"\\p{Pi}\\p{Pf}„‚「」『』]";

  /**
   * From the first quotation mark of any language to the last: the value may hold some as well. The
   * server words its messages in its own language.
   */
  private static final Pattern QUOTED = Pattern.compile(MARKS + ".*" + MARKS, Pattern.DOTALL);

  /** The bytes of a character that has no place in the database's encoding: part of a value. */
  private static final Pattern BYTES = Pattern.compile("0x\\p{XDigit}{2}(?: 0x\\p{XDigit}{2})*");

  private static final String OWN_WORDS =
      "an error in the words of a function of the database, left out since they may quote values";

  private SqlFailures() {}

  /**
   * Makes the failure.
   *
   * @param where the table, or the database
   */
  public static LoadException of(String where, SQLException failure) {
    String state = state(failure);
    Reason reason = reason(state);
    ServerErrorMessage server = server(failure);
    return new LoadException(
        reason,
        "%s: expected the load to succeed, found %s (SQLSTATE %s); %s"
            .formatted(
                where,
                server == null ? found(failure) : found(server, state) + line(server),
                state,
                advice(reason)),
        server == null ? failure : null); // people print causes, and this one quotes rows
  }

  /** Makes the failure of a commit, after which it may not be known whether it happened. */
  public static LoadException ofCommit(String where, SQLException failure) {
    LoadException told = of(where, failure);
    if (told.reason() != Reason.UNREACHABLE) {
      return told;
    }
    return new LoadException(
        Reason.OUTCOME_UNKNOWN,
        "%s: expected an answer to the commit, found that the connection broke; %s"
            .formatted(where, advice(Reason.OUTCOME_UNKNOWN)),
        told);
  }

  private static Reason reason(String state) {
    if (state.equals("40001") || state.equals("40P01") || state.equals("55P03")) {
      return Reason.CONFLICT;
    }
    if (state.equals("57014")) { // the timeout of the statement, which is what is left of the load
      return Reason.OUT_OF_TIME;
    }
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "28" -> Reason.LOGIN_REFUSED;
      case "22", "23" -> Reason.ROWS_REFUSED;
      case "3D", "3F", "42", "0A" -> Reason.MISCONFIGURED;
      case "P0" -> Reason.ROWS_REFUSED;
      default -> Reason.UNREACHABLE;
    };
  }

  private static String advice(Reason reason) {
    return switch (reason) {
      case UNREACHABLE -> "check host, port, TLS and route, and try again";
      case LOGIN_REFUSED -> "check the user and the password in the secret";
      case MISCONFIGURED -> "check database, table, columns and rights";
      case ROWS_REFUSED -> "compare the table's columns and constraints with the file";
      case CONFLICT -> "try again";
      case COUNT_MISMATCH -> "look for triggers and rules on the table";
      case GUARDED -> "check the file, or loosen the guard";
      case OUT_OF_TIME -> "try again with more time";
      case OUTCOME_UNKNOWN -> "load the same file again, the ledger tells whether it was loaded";
    };
  }

  private static String found(SQLException failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String said = "\"" + failure.getMessage() + "\"";
    return root == failure
        ? said
        : said + " (%s: %s)".formatted(root.getClass().getSimpleName(), root.getMessage());
  }

  private static String found(ServerErrorMessage server, String state) {
    return isOfFunction(server, state) ? OWN_WORDS : '"' + said(server, state) + '"';
  }

  private static String said(ServerErrorMessage server, String state) {
    String said = String.valueOf(server.getMessage());
    return state.startsWith("22") ? masked(said) : said;
  }

  private static String masked(String said) {
    String unquoted = QUOTED.matcher(said).replaceFirst("\"…\"");
    return BYTES.matcher(unquoted).replaceAll("…");
  }

  /**
   * Returns whether a function may have chosen the words, whose state may be any. An interrupt is
   * the server's own, wherever it comes.
   */
  private static boolean isOfFunction(ServerErrorMessage server, String state) {
    String where = server.getWhere();
    return state.startsWith("P0")
        || "exec_stmt_raise".equals(server.getRoutine())
        || where != null
            && where.contains("PL/")
            && !"ProcessInterrupts".equals(server.getRoutine());
  }

  private static String line(ServerErrorMessage server) {
    return CopyLine.of(server)
        .map(at -> " in line " + at.line() + (at.column() == null ? "" : ", column " + at.column()))
        .orElse("");
  }

  /** Returns what the server said, or null where the driver speaks for itself. */
  static @Nullable ServerErrorMessage server(SQLException failure) {
    return failure instanceof PSQLException fromServer ? fromServer.getServerErrorMessage() : null;
  }

  /** Returns whether a failure is about the rows, so that others could be taken. */
  static boolean isOfRows(SQLException failure) {
    return server(failure) != null && reason(state(failure)) == Reason.ROWS_REFUSED;
  }

  /** Returns the column that the server names, which it does of a null that is not taken. */
  static List<String> columns(SQLException failure) {
    ServerErrorMessage server = server(failure);
    String column = server == null ? null : server.getColumn();
    return column == null ? List.of() : List.of(column);
  }

  /** Makes the refusal of a row, in the server's words without its values. */
  static RefusedRow refused(long record, List<String> columns, SQLException failure) {
    String state = state(failure);
    ServerErrorMessage server = server(failure);
    String said =
        server == null
            ? String.valueOf(failure.getMessage())
            : isOfFunction(server, state) ? OWN_WORDS : said(server, state);
    return new RefusedRow(record, columns, state, said);
  }

  private static String state(SQLException failure) {
    return failure.getSQLState() == null ? "" : failure.getSQLState();
  }
}
