package dev.ingest.aws.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a server says of a value, in any language, and what is told of it. */
class SqlFailuresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "22P02 | invalid input syntax for type integer: \"a \"cell\"\" | \"invalid input syntax for type integer: \"…\"\"",
        "22P02 | ungültige Eingabesyntax für Typ integer: »cell« | \"ungültige Eingabesyntax für Typ integer: \"…\"\"",
        "22P02 | syntaxe en entrée invalide pour le type integer : « cell » | \"syntaxe en entrée invalide pour le type integer : \"…\"\"",
        "22P02 | 无效的类型 integer 输入语法: “cell” | \"无效的类型 integer 输入语法: \"…\"\"",
        "22003 | value \"cell\" is out of range for type integer | \"value \"…\" is out of range for type integer\"",
        "22007 | invalid input syntax for type date: \"cell\" | \"invalid input syntax for type date: \"…\"\"",
        "22008 | date/time field value out of range: \"cell\" | \"date/time field value out of range: \"…\"\"",
        "22021 | invalid byte sequence for encoding \"UTF8\": 0xce 0x11 | \"invalid byte sequence for encoding \"…\": …\"",
        "22P05 | character with byte sequence 0xe2 0x82 0xac in encoding \"UTF8\" has no equivalent in encoding \"LATIN1\" | \"character with byte sequence … in encoding \"…\"\"",
        "22001 | value too long for type character varying(3) | \"value too long for type character varying(3)\"",
        "23505 | duplicate key value violates unique constraint \"key\" | \"duplicate key value violates unique constraint \"key\"\"",
        "23503 | insert on table \"t\" violates foreign key constraint \"fk\" | \"insert on table \"t\" violates foreign key constraint \"fk\"\"",
        "23P01 | conflicting key value violates exclusion constraint \"ex\" | \"conflicting key value violates exclusion constraint \"ex\"\"",
        "P0001 | cell | an error in the words of a function of the database, left out since they may quote values"
      })
  void tellsNamesAndNoValues(String state, String said, String told) {
    ServerErrorMessage server =
        new ServerErrorMessage(
            "SERROR\0C" + state + "\0M" + said + "\0DFailing row contains (cell).\0");

    assertThat(SqlFailures.of("table t", new PSQLException(server)))
        .hasNoCause()
        .hasMessageStartingWith(
            "table t: expected the load to succeed, found %s (SQLSTATE %s); "
                .formatted(told, state));
  }

  @ParameterizedTest
  @CsvSource({"23514", "57014", "XX000"})
  void tellsTheLineOfARowThatAFunctionRefuses(String state) {
    ServerErrorMessage server =
        new ServerErrorMessage(
            "SERROR\0C"
                + state
                + "\0Mcell\0WPL/Python function \"f\"\nCOPY t, line 2, column c: \"cell\"\0");

    assertThat(SqlFailures.of("table t", new PSQLException(server)))
        .hasMessageStartingWith(
            "table t: expected the load to succeed, found an error in the words of a function of the database, left out since they may quote values in line 2, column c (SQLSTATE "
                + state
                + "); ")
        .hasMessageNotContaining("cell");
  }
}
