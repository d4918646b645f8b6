package dev.ingest.aws.targets;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ingest.load.LoadException;
import dev.ingest.load.LoadException.Reason;
import dev.ingest.load.LoadIdentity;
import dev.ingest.load.LoadOptions;
import dev.ingest.load.LoadOrigin;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.LoadResult;
import dev.ingest.load.LoadResult.Outcome;
import dev.ingest.load.TableLoader;
import dev.ingest.load.TableName;
import dev.ingest.load.TimeLimit;
import dev.ingest.testkit.doubles.wire.Fault;
import dev.ingest.testkit.doubles.wire.FaultKind;
import dev.ingest.testkit.doubles.wire.FaultProxy;
import dev.ingest.testkit.doubles.wire.FaultTrigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Whatever breaks, the rows of each delivery are there once, and the ledger says so. */
class TargetFaultsTest {

  record Line(String part, int number) {}

  private static final LoadPlan.Into LINES = LoadPlan.into(TableName.parse("lines"));
  private static final LoadPlan APPEND = LINES.append();
  private static final LoadPlan REPLACE = LINES.replacePartition("part");
  private static final List<Line> ROWS = List.of(new Line("p", 1), new Line("p", 2));

  private @Nullable LoadTarget open;
  private int uploads;

  private LoadTarget target(LoadTarget.Kind kind) {
    LoadTarget target = new LoadTarget(kind);
    open = target;
    target.execute("CREATE TABLE lines (part varchar(10), number int)");
    return target;
  }

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  private LoadRequest request(LoadTarget target, LoadPlan plan) {
    LoadOrigin origin = new LoadOrigin("in", "uk/a.xlsx", "v" + uploads++, null, 1, null);
    return target
        .request(plan, Line.class, ROWS)
        .withIdentity(
            new LoadIdentity("run" + uploads, "lines", "s", origin, "rows of " + uploads));
  }

  private static String count(LoadTarget target) {
    return target.query("SELECT count(*) FROM lines").get(0);
  }

  /** Every seventh step, and the last ones, among which is the commit. */
  private static List<Integer> sample(int steps) {
    return IntStream.rangeClosed(1, steps)
        .filter(step -> step % 7 == 1 || step > steps - 5)
        .boxed()
        .toList();
  }

  /** Before some statements the connection is cut, after others the answer is lost. */
  @ParameterizedTest
  @EnumSource(names = {"RDS", "REDSHIFT"})
  void wheneverTheConnectionBreaksTheRowsAreThereOnce(LoadTarget.Kind kind) throws Exception {
    LoadTarget target = target(kind);
    try (FaultProxy proxy = FaultProxy.before(target.port())) {
      TableLoader loader = target.loaderThrough(proxy.port());
      loader.load(request(target, APPEND)); // makes the ledger
      int before = proxy.statements().size();
      loader.load(request(target, APPEND));
      int statements = proxy.statements().size() - before;
      assertThat(statements).isGreaterThan(10);

      for (int statement : sample(statements)) {
        FaultKind fault = statement % 2 == 0 ? FaultKind.CUT : FaultKind.LOSE_ANSWER;
        Fault due = proxy.inject(fault, FaultTrigger.statement(statement));

        Outcome outcome = loader.load(request(target, APPEND)).outcome();

        due.awaitFired(Duration.ofSeconds(10)); // the proxy may say so after the client was cut off
        assertThat(outcome).isEqualTo(Outcome.LOADED);
        assertThat(count(target))
            .as("%s at statement %s", fault, statement)
            .isEqualTo(String.valueOf(uploads * ROWS.size()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RDS", "REDSHIFT"})
  void aLostCommitIsFoundInTheLedger(LoadTarget.Kind kind) throws Exception {
    LoadTarget target = target(kind);
    try (FaultProxy proxy = FaultProxy.before(target.port())) {
      TableLoader loader = target.loaderThrough(proxy.port());
      loader.load(request(target, APPEND));
      int before = proxy.statements().size();
      loader.load(request(target, APPEND));
      int commit = proxy.statements().lastIndexOf("COMMIT") + 1 - before;
      Fault lost = proxy.inject(FaultKind.LOSE_ANSWER, FaultTrigger.statement(commit));

      LoadResult result = loader.load(request(target, APPEND));

      lost.awaitFired(Duration.ofSeconds(10));
      assertThat(result).isEqualTo(new LoadResult(2, 0, 2));
      assertThat(count(target)).isEqualTo("6");
      assertThat(target.query("SELECT run, outcome FROM ingest_ledger ORDER BY run"))
          .containsExactly("run1|loaded", "run2|loaded", "run3|loaded");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOCK TABLE",
        "CREATE TEMPORARY TABLE ingest_keys",
        "DELETE FROM",
        "INSERT INTO \"public\".\"lines\"",
        "INSERT INTO \"public\".\"ingest_ledger\""
      })
  void aConflictIsTriedAgain(String statement) {
    for (LoadTarget.Kind kind : List.of(LoadTarget.Kind.REDSHIFT, LoadTarget.Kind.DATA_API)) {
      LoadTarget target = target(kind);
      target.loader().load(request(target, REPLACE));
      target.redshift().violateIsolationAt(statement);

      LoadResult result = target.loader().load(request(target, REPLACE));

      assertThat(result).as("%s", kind).isEqualTo(new LoadResult(2, 2, 2));
      assertThat(count(target)).isEqualTo("2");
      target.close();
      open = null;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"REDSHIFT", "DATA_API"})
  void ofEightDeliveriesAtOnceOneIsLoaded(LoadTarget.Kind kind) throws Exception {
    LoadTarget target = target(kind);
    int threads = 8;
    LoadOrigin origin = new LoadOrigin("in", "uk/a.xlsx", "v1", "0A", 1, null);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier together = new CyclicBarrier(threads);
    List<Future<LoadResult>> answers = new ArrayList<>();
    try {
      for (int i = 0; i < threads; i++) {
        LoadRequest delivery =
            target
                .request(APPEND, Line.class, ROWS)
                .withIdentity(new LoadIdentity("run" + i, "lines", "s", origin, "rows"));
        TableLoader loader = target.loader();
        answers.add(
            pool.submit(
                () -> {
                  together.await();
                  return loader.load(delivery);
                }));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<LoadResult> answer : answers) {
        outcomes.add(answer.get(120, SECONDS).outcome());
      }
      assertThat(outcomes)
          .hasSize(threads)
          .containsOnlyOnce(Outcome.LOADED)
          .containsOnly(Outcome.LOADED, Outcome.ALREADY_LOADED);
    } finally {
      pool.shutdownNow();
    }
    assertThat(count(target)).isEqualTo("2");
  }

  /** Loses the answer to one request. */
  private static final class LostAnswer implements ExecutionInterceptor {

    private final AtomicInteger left;

    LostAnswer(int request) {
      this.left = new AtomicInteger(request);
    }

    int seen() {
      return -left.get();
    }

    @Override
    public void beforeUnmarshalling(
        Context.BeforeUnmarshalling context, ExecutionAttributes attributes) {
      if (left.decrementAndGet() == 0) {
        throw SdkClientException.create("the answer is lost");
      }
    }
  }

  @Test
  void whicheverAnswerOfTheDataApiIsLostTheRowsAreThereOnce() {
    LoadTarget target = target(LoadTarget.Kind.DATA_API);
    target.loader().load(request(target, APPEND)); // makes the ledger
    LostAnswer none = new LostAnswer(0);
    target.loaderThrough(none).load(request(target, APPEND));
    assertThat(none.seen()).isGreaterThan(10);

    for (int answer : sample(none.seen())) {
      LostAnswer lost = new LostAnswer(answer);

      Outcome outcome = target.loaderThrough(lost).load(request(target, APPEND)).outcome();

      assertThat(outcome).isEqualTo(Outcome.LOADED);
      assertThat(count(target))
          .as("answer %s", answer)
          .isEqualTo(String.valueOf(uploads * ROWS.size()));
    }
  }

  @Test
  void aThrottledDataApiIsAskedAgain() {
    LoadTarget target = target(LoadTarget.Kind.DATA_API);
    target.api().throttleNext(2);

    assertThat(target.loader().load(request(target, APPEND)).outcome()).isEqualTo(Outcome.LOADED);

    target.api().refuseNext(1, "ActiveStatementsExceededException");

    assertThat(target.loader().load(request(target, APPEND)).outcome()).isEqualTo(Outcome.LOADED);
    assertThat(count(target)).isEqualTo("4");
  }

  @Test
  void aBatchThatDoesNotBeginInTimeIsCancelled() {
    LoadTarget target = target(LoadTarget.Kind.DATA_API);
    LoadRequest request = request(target, APPEND);
    Instant end = Clock.systemUTC().instant().plusSeconds(2);
    LoadOptions options = LoadOptions.defaults().withLimit(TimeLimit.at(end, Clock.systemUTC()));
    target.api().holdStatements();

    LoadException late =
        catchThrowableOfType(
            LoadException.class, () -> target.loader().load(request.withOptions(options)));

    assertThat(late.reason()).isEqualTo(Reason.OUT_OF_TIME);
    assertThat(late)
        .hasMessage(
            "table lines: expected the load to end in time, found that it ran out; nothing was changed; try again with more time");
    target.api().releaseStatements();
    assertThat(count(target)).isEqualTo("0");
  }
}
