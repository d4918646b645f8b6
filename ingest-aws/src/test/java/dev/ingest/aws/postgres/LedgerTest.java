package dev.ingest.aws.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.load.LoadEffect;
import dev.ingest.load.LoadEffect.GoneValues;
import dev.ingest.load.LoadEffect.NullShare;
import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadGuards;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOptions;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.load.TableName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once, newest, or not at all: what the ledger in a real PostgreSQL answers. */
class LedgerTest {

  record Sale(LocalDate day, String shop, @Nullable Double amount) {}

  private static final LoadPlan.Into SALES = LoadPlan.into(TableName.parse("sales"));
  private static final LoadPlan REPLACE = SALES.replacePartition("day", "shop");
  private static final LocalDate DAY = LocalDate.of(2020, 2, 1);

  @TempDir private Path folder;
  private Warehouse warehouse;
  private int runs;

  @BeforeEach
  void makeTable() {
    warehouse = new Warehouse(folder);
    warehouse.execute("CREATE TABLE sales (day date, shop text, amount float8, note text)");
  }

  @AfterEach
  void close() {
    warehouse.close();
  }

  private static Sale sale(String shop, @Nullable Double amount) {
    return new Sale(DAY, shop, amount);
  }

  private LoadRequest request(LoadPlan plan, LoadOrigin origin, Sale... rows) {
    String fingerprint = List.of(rows).toString();
    return warehouse
        .request(plan, Sale.class, List.of(rows))
        .withIdentity(new LoadIdentity("run" + runs++, "sales", "s1", origin, fingerprint));
  }

  private static LoadOrigin event(String version, String sequencer) {
    return new LoadOrigin("in", "uk/sales.xlsx", version, sequencer, 100, null);
  }

  private static LoadOrigin file(String hash) {
    return new LoadOrigin("", "uk/sales.xlsx", null, null, 100, hash);
  }

  private LoadResult load(LoadRequest request) {
    return warehouse.loader().load(request);
  }

  private List<String> rows() {
    return warehouse.query("SELECT shop, amount FROM sales ORDER BY shop, amount");
  }

  @Test
  void aSecondDeliveryTouchesNothingAndNamesTheFirst() {
    LoadResult first = load(request(REPLACE, event("v1", "0A"), sale("Paris", 1.0)));
    warehouse.execute("UPDATE sales SET note = 'seen'");
    LoadResult second = load(request(REPLACE, event("v1", "0A"), sale("Paris", 1.0)));

    assertThat(first).isEqualTo(new LoadResult(1, 0, 1));
    assertThat(second.outcome()).isEqualTo(Outcome.ALREADY_LOADED);
    assertThat(second.earlier().identity().run()).isEqualTo("run0");
    assertThat(warehouse.query("SELECT shop, note FROM sales")).containsExactly("Paris|seen");
  }

  @Test
  void anOlderVersionComesTooLate() {
    load(request(REPLACE, event("v2", "00F1"), sale("Paris", 2.0)));
    LoadResult late = load(request(REPLACE, event("v1", "00F"), sale("Paris", 1.0)));

    assertThat(late.outcome()).isEqualTo(Outcome.SUPERSEDED);
    assertThat(late.earlier().identity().origin()).isEqualTo(event("v2", "00F1"));
    assertThat(rows()).containsExactly("Paris|2");
  }

  @Test
  void theSameRowsInAFileThatWasSavedAgainAreNotLoadedTwice() {
    load(request(SALES.append(), event("v1", "0A"), sale("Paris", 1.0)));
    LoadResult saved = load(request(SALES.append(), event("v3", "0C"), sale("Paris", 1.0)));
    LoadResult between = load(request(SALES.append(), event("v2", "0B"), sale("Rome", 1.0)));

    assertThat(saved.outcome()).isEqualTo(Outcome.ALREADY_LOADED);
    assertThat(between.outcome()).isEqualTo(Outcome.SUPERSEDED);
    assertThat(rows()).containsExactly("Paris|1");
    assertThat(
            warehouse.query(
                "SELECT run, outcome, version, staged, inserted FROM ingest_ledger ORDER BY position"))
        .containsExactly("run0|loaded|v1|1|1", "run1|already loaded|v3|0|0");
  }

  @Test
  void theSameRowsAreLoadedAgainWhereOthersReplacedThem() {
    load(request(REPLACE, file("h1"), sale("Paris", 1.0)));
    load(request(REPLACE, file("h2"), sale("Paris", 2.0)));
    LoadResult back = load(request(REPLACE, file("h1"), sale("Paris", 1.0)));

    assertThat(back).isEqualTo(new LoadResult(1, 1, 1));
    assertThat(rows()).containsExactly("Paris|1");
  }

  @Test
  void otherSettingsReadTheSameUploadAnew() {
    LoadRequest first = request(REPLACE, event("v1", "0A"), sale("Paris", 1.0));
    load(first);
    LoadRequest changed = request(REPLACE, event("v1", "0A"), sale("Paris", 10.0));
    LoadIdentity other = new LoadIdentity("run9", "sales", "s2", event("v1", "0A"), "other rows");

    assertThat(load(changed.withIdentity(other))).isEqualTo(new LoadResult(1, 1, 1));
    assertThat(rows()).containsExactly("Paris|10");
  }

  @Test
  void whoInsistsLoadsAgain() {
    load(request(REPLACE, event("v1", "0A"), sale("Paris", 1.0)));
    warehouse.execute("DELETE FROM sales");

    LoadRequest again = request(REPLACE, event("v1", "0A"), sale("Paris", 1.0));

    assertThat(load(again.withOptions(LoadOptions.defaults().again())))
        .isEqualTo(new LoadResult(1, 0, 1));
    assertThat(rows()).containsExactly("Paris|1");
  }

  @Test
  void aPreviewSaysWhatWouldBeAndLeavesNothing() {
    load(request(REPLACE, file("h1"), sale("Paris", 1.0), sale("Rome", 2.0), sale("Oslo", null)));
    LoadRequest next =
        request(REPLACE, file("h2"), sale("Paris", null), sale("Paris", 3.0), sale("Rome", 2.0));

    LoadResult preview = load(next.withOptions(LoadOptions.defaults().previewing()));

    assertThat(preview.outcome()).isEqualTo(Outcome.PREVIEWED);
    assertThat(preview.effect())
        .isEqualTo(
            new LoadEffect(
                2,
                3,
                List.of(new GoneValues("shop", List.of("Oslo"), 1)),
                List.of(new NullShare("amount", 0, 1 / 3.0))));
    assertThat(preview.effect().lines())
        .containsExactly(
            "deletes 2, inserts 3",
            "shop no longer in the file: Oslo",
            "nulls in amount 0 % → 33.3 %");
    assertThat(rows()).containsExactly("Oslo|null", "Paris|1", "Rome|2");
    assertThat(warehouse.query("SELECT count(*) FROM ingest_ledger")).containsExactly("1");
  }

  @Test
  void aPreviewOfTheFirstLoadMakesNoLedger() {
    LoadRequest first = request(REPLACE, file("h1"), sale("Paris", 1.0));
    load(first.withOptions(LoadOptions.defaults().previewing()));

    assertThat(warehouse.query("SELECT to_regclass('ingest_ledger')")).containsExactly("null");
  }

  @Test
  void guardsRollBack() {
    load(request(REPLACE, file("h1"), sale("Paris", 1.0), sale("Paris", 2.0), sale("Paris", 3.0)));
    LoadRequest few = request(REPLACE, file("h2"), sale("Paris", null));

    assertThat(refusal(few, LoadGuards.none().withMaxShrink(0.5)))
        .isEqualTo(
            "table sales: expected at most 50 % fewer rows (maxShrink), found 1 rows in the place of 3; nothing was changed; check the file, or loosen the guard");
    assertThat(refusal(few, LoadGuards.none().withMinRows(2)))
        .isEqualTo(
            "table sales: expected at least 2 rows (minRows), found 1 rows; nothing was changed; check the file, or loosen the guard");
    assertThat(refusal(few, LoadGuards.none().withMaxNullShare(0.2)))
        .isEqualTo(
            "table sales: expected at most 20 % nulls in a column (maxNullShare), found 100 % in amount; nothing was changed; check the file, or loosen the guard");
    assertThat(rows()).containsExactly("Paris|1", "Paris|2", "Paris|3");
  }

  private String refusal(LoadRequest request, LoadGuards guards) {
    LoadException refused =
        catchThrowableOfType(
            LoadException.class,
            () -> load(request.withOptions(LoadOptions.defaults().withGuards(guards))));
    assertThat(refused.reason()).isEqualTo(Reason.GUARDED);
    return refused.getMessage();
  }

  @Test
  void anUpsertKeepsWhatTheFileHasNotAndRefusesDoubleKeys() {
    LoadPlan upsert = SALES.upsert("day", "shop");
    load(request(upsert, file("h1"), sale("Paris", 1.0), sale("Rome", 2.0)));
    warehouse.execute("UPDATE sales SET note = 'kept'");

    LoadResult result = load(request(upsert, file("h2"), sale("Paris", 10.0), sale("Oslo", 3.0)));
    LoadException doubled =
        catchThrowableOfType(
            LoadException.class,
            () -> load(request(upsert, file("h3"), sale("Paris", 1.0), sale("Paris", 2.0))));

    assertThat(result).isEqualTo(new LoadResult(2, 1, 2));
    assertThat(warehouse.query("SELECT shop, amount, note FROM sales ORDER BY shop"))
        .containsExactly("Oslo|3|null", "Paris|10|kept", "Rome|2|kept");
    assertThat(doubled)
        .hasMessage(
            "table sales: expected rows with different keys (day, shop), found 1 keys more than once; nothing was changed; declare the key as unique to see the cells");
  }

  @Test
  void aTableIsReplacedWhole() {
    load(request(SALES.append(), file("h1"), sale("Paris", 1.0), sale("Rome", 2.0)));

    assertThat(load(request(SALES.replaceTable(), file("h2"), sale("Oslo", 3.0))))
        .isEqualTo(new LoadResult(1, 2, 1));
    assertThat(rows()).containsExactly("Oslo|3");
  }

  @Test
  void nothingBeginsThatCannotEnd() {
    LoadRequest request = request(REPLACE, file("h1"), sale("Paris", 1.0));
    LoadOptions late = LoadOptions.defaults().withLimit(() -> Duration.ofMillis(900));

    LoadException refused =
        catchThrowableOfType(LoadException.class, () -> load(request.withOptions(late)));

    assertThat(refused)
        .hasMessage(
            "table sales: expected time enough for a load, found less than a second left; nothing was changed; try again with more time");
    assertThat(refused.reason()).isEqualTo(Reason.OUT_OF_TIME);
  }

  @Test
  void aStatementEndsWithTheCallersTime() {
    warehouse.execute(
        "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(60); RETURN NEW; END'");
    warehouse.execute(
        "CREATE TRIGGER slow BEFORE INSERT ON sales FOR EACH ROW EXECUTE FUNCTION slow()");
    LoadRequest request = request(REPLACE, file("h1"), sale("Paris", 1.0));
    LoadOptions soonOver = LoadOptions.defaults().withLimit(() -> Duration.ofMillis(1_500));

    LoadException ended =
        catchThrowableOfType(LoadException.class, () -> load(request.withOptions(soonOver)));

    assertThat(ended)
        .hasMessage(
            "table sales: expected the load to succeed, found \"canceling statement due to statement timeout\" (SQLSTATE 57014); try again with more time");
    assertThat(rows()).isEmpty();
  }

  @Test
  void eightDeliveriesAtOnceAreOneLoad() throws Exception {
    int threads = 8;
    CyclicBarrier together = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<LoadResult>> answers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        LoadRequest delivery =
            request(SALES.append(), event("v1", "0A"), sale("Paris", 1.0), sale("Rome", 2.0));
        answers.add(
            pool.submit(
                () -> {
                  together.await();
                  return load(delivery);
                }));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<LoadResult> answer : answers) {
        outcomes.add(answer.get(60, SECONDS).outcome());
      }
      assertThat(outcomes)
          .containsOnlyOnce(Outcome.LOADED)
          .hasSize(threads)
          .containsOnly(Outcome.LOADED, Outcome.ALREADY_LOADED);
    } finally {
      pool.shutdownNow();
    }
    assertThat(rows()).containsExactly("Paris|1", "Rome|2");
  }

  @Test
  void theLedgerSaysWhereRowsCameFrom() {
    load(request(REPLACE, event("v1", "0A"), sale("Paris", 1.0), sale("Rome", 2.0)));

    assertThat(
            warehouse.query(
                "SELECT run, outcome, pipeline, settings, target, plan, scope, bucket, object_key, version, sequencer, size, content_hash, staged, deleted, inserted, started_at <= loaded_at FROM ingest_ledger"))
        .containsExactly(
            "run0|loaded|sales|s1|public.sales|replace partition (day, shop)|day 2020-02-01; shop Paris, Rome|in|uk/sales.xlsx|v1|0A|100|null|2|0|2|t");
  }
}
