package dev.ingest.testkit.doubles.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.doubles.redshift.CopyOption.Argument;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedshiftDialectTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "INSERT INTO t VALUES ('ON CONFLICT', $1) -- RETURNING",
        "SELECT \"version\" FROM t /* FOR UPDATE */ WHERE uuid = $2",
        "LOCK TABLE a, b.c",
        "DELETE FROM t USING s WHERE t.id = s.id",
      })
  void whatBothHaveStaysAsItIs(String sql) {
    assertThat(RedshiftDialect.translate(sql)).startsWith(sql.replaceAll(" --.*", ""));
  }

  @Test
  void aCopyBecomesACallOfTheDouble() {
    assertThat(
            RedshiftDialect.translate(
                "copy \"T\".x (a, \"B c\") from 's3://b/it''s/k' IAM_ROLE default FORMAT AS CSV"
                    + " MANIFEST NULL AS '#' COMPUPDATE OFF"))
        .isEqualTo(
            "CALL redshift_double.load('\"T\".\"x\"', ARRAY['a', 'B c']::text[], 'b', 'it''s/k',"
                + " jsonb_build_object('IAM_ROLE', 'default', 'CSV', 'true', 'MANIFEST', 'true',"
                + " 'NULL', '#', 'COMPUPDATE', 'true'))");
  }

  @Test
  void aTableLosesWhatOnlyRedshiftKnows() {
    assertThat(
            RedshiftDialect.translate(
                "CREATE TABLE t (id INT ENCODE az64, n TEXT, m VARCHAR(MAX), o VARCHAR)"
                    + " DISTSTYLE KEY DISTKEY (id) COMPOUND SORTKEY (id, n)"))
        .isEqualTo("CREATE TABLE t (id INT, n varchar(256), m VARCHAR(65535), o varchar(256))");
  }

  @Test
  void ofSeveralStatementsOnlyTheRefusedOneFails() {
    assertThat(RedshiftDialect.translate("BEGIN; SELECT 'a;b' FOR UPDATE; COMMIT;"))
        .isEqualTo(
            "BEGIN; SELECT redshift_double.refuse('0A000', 'SQL command \"FOR UPDATE\" not"
                + " supported on Redshift tables.'); COMMIT");
  }

  @Test
  void aRefusalTakesAsManyParameters() {
    assertThat(RedshiftDialect.translate("INSERT INTO t VALUES ($2, $1) RETURNING id"))
        .isEqualTo(
            "SELECT redshift_double.refuse('42601',"
                + " 'syntax error at or near \"RETURNING\"'), $1::text, $2::text");
  }

  @ParameterizedTest
  @MethodSource("notImitated")
  void anOptionOfTheGrammarThatIsNotImitatedIsNamed(CopyOption option) {
    assertThat(RedshiftDialect.translate("COPY t FROM 's3://b/k' IAM_ROLE default CSV " + option))
        .isEqualTo(
            "SELECT redshift_double.refuse('0A000', 'the Redshift double does not imitate the"
                + " option "
                + option
                + " of COPY')");
  }

  static Stream<CopyOption> notImitated() {
    return Arrays.stream(CopyOption.values())
        .filter(option -> option.argument() == Argument.NOT_IMITATED);
  }

  @Test
  void namedParametersAreNeitherCastsNorText() {
    assertThat(NamedParameters.of("SELECT :a::int, ':a', :B, :a -- :c", Set.of("a", "b")))
        .isEqualTo(new NamedParameters("SELECT ?::int, ':a', ?, ? -- :c", List.of("a", "b", "a")));
  }
}
