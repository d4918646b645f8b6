package dev.ingest.aws.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOptions;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.TableName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The double takes what it takes; this is the second opinion, which nothing is run by. */
class RedshiftGrammarTest {

  record Wide(
      String part,
      int number,
      @Nullable String words,
      @Nullable Double value,
      @Nullable BigDecimal amount,
      @Nullable Boolean flag,
      @Nullable LocalDate day,
      @Nullable LocalDateTime at) {}

  private static final LoadPlan.Into WIDE = LoadPlan.into(TableName.parse("public.wide"));
  private static final List<Wide> ROWS =
      List.of(
          new Wide("a", 1, "x", 0.5, BigDecimal.ONE, true, LocalDate.EPOCH, null),
          new Wide("a", 2, null, null, null, null, null, LocalDate.EPOCH.atTime(1, 2, 3)));

  private int runs;

  private LoadRequest request(LoadTarget target, LoadPlan plan, LoadOptions options) {
    LoadOrigin origin =
        new LoadOrigin("in", "a.xlsx", runs % 2 == 0 ? null : "v" + runs, "0" + runs, 1, "h");
    return target
        .request(plan, Wide.class, ROWS)
        .withOptions(options)
        .withIdentity(new LoadIdentity("run" + runs++, "wide", "s", origin, "rows" + runs));
  }

  @ParameterizedTest
  @EnumSource(names = {"REDSHIFT", "DATA_API"})
  void allThatWeSayIsInTheGrammarOfTheGuide(LoadTarget.Kind kind) {
    List<String> said = new ArrayList<>();
    try (LoadTarget target = new LoadTarget(kind)) {
      target.execute(
          "CREATE TABLE wide (part varchar(10) NOT NULL, number int, words varchar(300), value float8, amount numeric(18, 2), flag boolean, day date, at timestamp, c char(3))");
      int before = target.redshift().statements().size();
      for (LoadPlan plan :
          List.of(
              WIDE.append(),
              WIDE.replacePartition("part", "number"),
              WIDE.replaceTable(),
              WIDE.upsert("part", "number"))) {
        target.loader().load(request(target, plan, LoadOptions.defaults()));
        target.loader().load(request(target, plan, LoadOptions.defaults().previewing()));
      }
      said.addAll(target.redshift().statements());
      said.subList(0, before).clear();
    }
    said.removeIf(RedshiftGrammarTest::isOfTheDriver);

    assertThat(said).hasSizeGreaterThan(60);
    for (String statement : said) {
      assertThat(RedshiftGrammar.mistakes(statement)).as(statement).isEmpty();
    }
    Set<String> pages = new TreeSet<>();
    said.forEach(statement -> pages.addAll(RedshiftGrammar.pages(statement)));
    assertThat(pages)
        .contains(
            "COPY",
            "CREATE TABLE",
            "CREATE TABLE AS",
            "DELETE",
            "INSERT",
            "LOCK",
            "SELECT",
            "UPDATE")
        .doesNotContain("TRUNCATE");
  }

  /** Said when a connection is opened, and when the double describes its results. */
  private static boolean isOfTheDriver(String statement) {
    return statement.startsWith("SET extra_float_digits")
        || statement.startsWith("SET application_name")
        || statement.contains("pg_catalog.pg_get_expr");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRUNCATE \"t\"",
        "DELETE FROM \"t\" RETURNING \"a\"",
        "DELETE FROM \"t\" AS x WHERE x.\"a\" = 1; COMMIT",
        "INSERT INTO \"t\" (\"a\") VALUES (1)",
        "LOCK TABLE \"t\" IN EXCLUSIVE MODE",
        "CREATE TEMPORARY TABLE s (LIKE \"t\" INCLUDING ALL)",
        "CREATE TEMPORARY TABLE s (\"a\" text)",
        "COPY \"t\" FROM 's3://b/k' IAM_ROLE 'r' FORMAT AS CSV",
        "COPY \"t\" (\"a\") FROM 's3://b/k' IAM_ROLE 'r' FORMAT AS CSV EMPTYASNULL",
        "COPY \"t\" (\"a\") FROM 's3://b/it''s' IAM_ROLE 'r' FORMAT AS CSV FROBNICATE",
        "SELECT pg_advisory_xact_lock(1)",
        "SELECT string_agg(a, ',') FROM \"t\"",
        "SELECT a AS user FROM \"t\"",
        "UPDATE \"t\" SET \"a\" = 'x' WHERE 1 = 1"
      })
  void whatIsNotInItIsFound(String statement) {
    assertThat(RedshiftGrammar.mistakes(statement)).isNotEmpty();
  }

  @Test
  void aStatementIsOneCommand() {
    assertThat(RedshiftGrammar.pages("LOCK TABLE \"public\".\"ingest_ledger\""))
        .containsExactly("LOCK");
  }
}
