package dev.ingest.aws.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.aws.LoadHistory;
import dev.ingest.load.LedgerEntry;
import dev.ingest.load.LedgerQuery;
import dev.ingest.load.LedgerRun;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.load.TableName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was loaded, as the ledgers of PostgreSQL and of Redshift tell. */
class LoadHistoryTest {

  record Line(String part, int number) {}

  private static final TableName LINES = TableName.parse("lines");
  private static final TableName OTHERS = TableName.parse("shop.others");
  private static final LoadPlan PARTS = LoadPlan.into(LINES).replacePartition("part");
  private static final LoadPlan WHOLE = LoadPlan.into(LINES).replaceTable();
  private static final LoadPlan APPEND = LoadPlan.into(OTHERS).append();

  private @Nullable LoadTarget open;
  private int runs;

  private LoadTarget target(LoadTarget.Kind kind) {
    LoadTarget target = new LoadTarget(kind);
    open = target;
    target.execute("CREATE TABLE lines (part varchar(10), number int)");
    target.execute("CREATE SCHEMA shop");
    target.execute("CREATE TABLE shop.others (part varchar(10), number int)");
    return target;
  }

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  /** Loads one row as run 1, 2, 3 … */
  private void load(LoadTarget target, LoadPlan plan, String key, Line row) {
    LoadOrigin origin = new LoadOrigin("in", key, "v" + ++runs, null, 7, null);
    target
        .loader()
        .load(
            target
                .request(plan, Line.class, List.of(row))
                .withIdentity(
                    new LoadIdentity("run" + runs, "lines", "s", origin, row.toString())));
  }

  private static List<String> runs(LoadHistory history, LedgerQuery query) {
    return history.lines(query).stream().map(line -> line.identity().run()).toList();
  }

  private static LedgerQuery query(
      @Nullable String table, @Nullable String file, @Nullable Instant since, int most) {
    return new LedgerQuery(table == null ? null : TableName.parse(table), file, since, most);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "REDSHIFT"})
  void linesAreFoundByTableFileAndTime(LoadTarget.Kind kind) {
    LoadTarget target = target(kind);
    LoadHistory history = target.history();
    assertThat(history.lines(LedgerQuery.newest(10))).isEmpty();
    assertThat(history.run("run1")).isEmpty();
    load(target, PARTS, "uk/a.xlsx", new Line("p", 1));
    load(target, PARTS, "uk/100%.xlsx", new Line("p", 2));
    load(target, PARTS, "fr/ab.xlsx", new Line("q", 3));

    assertThat(runs(history, query(null, null, null, 10))).containsExactly("run3", "run2", "run1");
    assertThat(runs(history, query(null, null, null, 2))).containsExactly("run3", "run2");
    assertThat(runs(history, query("public.lines", null, null, 1))).containsExactly("run3");
    assertThat(runs(history, query("lines", null, null, 1))).containsExactly("run3");
    assertThat(runs(history, query("others", null, null, 9))).isEmpty();
    assertThat(runs(history, query("shop.lines", null, null, 9))).isEmpty();
    assertThat(runs(history, query(null, "uk/*", null, 9))).containsExactly("run2", "run1");
    assertThat(runs(history, query(null, "a*.xlsx", null, 9))).containsExactly("run3", "run1");
    assertThat(runs(history, query(null, "a?.xlsx", null, 9))).containsExactly("run3");
    assertThat(runs(history, query(null, "100%.xlsx", null, 9))).containsExactly("run2");
    assertThat(runs(history, query(null, "1%.xlsx", null, 9))).isEmpty();
    Instant last = history.lines(LedgerQuery.newest(1)).get(0).loadedAt();
    assertThat(runs(history, query(null, null, last, 9))).startsWith("run3");
    assertThat(runs(history, query(null, null, last.plusSeconds(60), 9))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "REDSHIFT"})
  void ledgersOfAllSchemasAreRead(LoadTarget.Kind kind) {
    LoadTarget target = target(kind);
    load(target, PARTS, "uk/a.xlsx", new Line("p", 1));
    load(target, APPEND, "uk/b.xlsx", new Line("p", 2));
    LoadHistory history = target.history();

    assertThat(runs(history, LedgerQuery.newest(9))).containsExactlyInAnyOrder("run1", "run2");
    assertThat(runs(history, query("others", null, null, 9))).containsExactly("run2");
    assertThat(history.run("run2").map(LedgerRun::line).map(LedgerEntry::table))
        .contains("shop.others");
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "REDSHIFT"})
  void aRunStandsBetweenWhatItReplacedAndWhatReplacedIt(LoadTarget.Kind kind) {
    LoadTarget target = target(kind);
    load(target, PARTS, "uk/a.xlsx", new Line("p", 1));
    load(target, PARTS, "fr/b.xlsx", new Line("q", 2));
    load(target, PARTS, "uk/c.xlsx", new Line("p", 3));
    load(target, WHOLE, "all/d.xlsx", new Line("r", 4));
    load(target, WHOLE, "all/d.xlsx", new Line("r", 4));
    LoadHistory history = target.history();

    assertThat(around(history, "run1")).isEqualTo("null < loaded, 0 out, 1 in < run3");
    assertThat(around(history, "run2")).isEqualTo("null < loaded, 0 out, 1 in < run4");
    assertThat(around(history, "run3")).isEqualTo("run1 < loaded, 1 out, 1 in < run4");
    assertThat(around(history, "run4")).isEqualTo("run3 < loaded, 2 out, 1 in < null");
    assertThat(around(history, "run5")).isEqualTo("run4 < already loaded, 0 out, 0 in < null");
  }

  private static String around(LoadHistory history, String id) {
    LedgerRun run = history.run(id).orElseThrow();
    return "%s < %s, %s out, %s in < %s"
        .formatted(
            id(run.before()),
            run.line().outcome().label(),
            run.line().deleted(),
            run.line().inserted(),
            id(run.after()));
  }

  private static @Nullable String id(@Nullable LedgerEntry line) {
    return line == null ? null : line.identity().run();
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRES", "REDSHIFT"})
  void aLineIsWhatTheLoadWrote(LoadTarget.Kind kind) {
    LoadTarget target = target(kind);
    load(target, PARTS, "uk/a.xlsx", new Line("p", 1));

    LedgerEntry line = target.history().run("run1").orElseThrow().line();

    assertThat(line)
        .isEqualTo(
            new LedgerEntry(
                new LoadIdentity(
                    "run1",
                    "lines",
                    "s",
                    new LoadOrigin("in", "uk/a.xlsx", "v1", null, 7, null),
                    "Line[part=p, number=1]"),
                Outcome.LOADED,
                "public.lines",
                "replace partition (part)",
                "part p",
                1,
                0,
                1,
                line.startedAt(),
                line.loadedAt()));
    assertThat(line.startedAt()).isBeforeOrEqualTo(line.loadedAt().plusSeconds(1));
  }

  @ParameterizedTest
  @EnumSource(names = "POSTGRES")
  void aLedgerThatMustNotBeReadIsAFailure(LoadTarget.Kind kind) {
    LoadTarget target = target(kind);
    load(target, PARTS, "uk/a.xlsx", new Line("p", 1));
    target.execute("REVOKE SELECT ON ingest_ledger FROM loader");
    LoadHistory history = target.history();

    assertThatThrownBy(() -> history.lines(LedgerQuery.newest(1)))
        .isInstanceOf(LoadException.class)
        .hasMessage(
            "ledger: expected the load to succeed, found \"permission denied for table ingest_ledger\" (SQLSTATE 42501); check database, table, columns and rights");
  }
}
