package dev.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.lambda.Pipelines.Entry;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.TableName;
import dev.ingest.metrics.MetricRow;
import dev.ingest.pipeline.KeyPattern;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.RowSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelinesTest {

  private static final KeyPattern RESULTS = KeyPattern.of("results/{label}/{run}/{name}");

  @Test
  void aKeyHasThePipelineThatTakesIt() {
    Pipelines pipelines =
        Pipelines.of(
            List.of(entry("visits", "visits/{file}.xlsx"), entry("sales", "sales/{file}.xlsx")),
            anywhere());

    assertThat(pipelines.of("sales/a.xlsx")).extracting(Pipeline::name).isEqualTo("sales");
    assertThat(pipelines.of("visits/a.xlsx")).extracting(Pipeline::name).isEqualTo("visits");
    assertThat(pipelines.of("other/a.xlsx")).isNull();
    assertThat(pipelines.forms()).isEqualTo("visits/{file}.xlsx or sales/{file}.xlsx");
  }

  @Test
  void twoThatTakeTheSameKeyAreRefusedByName() {
    List<Entry> entries =
        List.of(
            entry("visits", "{label}/{file}.xlsx"),
            entry("sales", "sales/{file}.xlsx"),
            entry("stock", "sales/{day}_{file}.xlsx"));

    assertThatThrownBy(() -> Pipelines.of(entries, anywhere()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            pipelines: expected that none is in another's way, found what follows; correct it
            visits (visits.yaml) and sales (sales.yaml): expected no key that both take, found "sales/a.xlsx"; change the upload key of one
            visits (visits.yaml) and stock (stock.yaml): expected no key that both take, found "sales/a_a.xlsx"; change the upload key of one
            sales (sales.yaml) and stock (stock.yaml): expected no key that both take, found "sales/a_a.xlsx"; change the upload key of one\
            """);
  }

  @Test
  void onesOwnOutputIsNoUpload() {
    List<Entry> entries = List.of(entry("loop", "{a}/{b}/{c}"), entry("other", "in/{file}"));

    assertThatThrownBy(() -> Pipelines.of(entries, anywhere()))
        .hasMessage(
            """
            pipelines: expected that none is in another's way, found what follows; correct it
            loop (loop.yaml): expected uploads and output to differ by bucket or prefix, found "output/loop/a.csv" to be both, if it is in outbox; change a key, or name other buckets in INGEST_INPUT_BUCKETS
            loop (loop.yaml): expected uploads and output to differ by bucket or prefix, found "output/other/a.csv" to be both, if it is in outbox; change a key, or name other buckets in INGEST_INPUT_BUCKETS\
            """);
  }

  @Test
  void norIsWhatStandsBesideIt() {
    assertThatThrownBy(() -> Pipelines.of(List.of(entry("a", "{a}/{b}/{c}/{d}")), anywhere()))
        .hasMessageEndingWith(
            "a (a.yaml): expected uploads and output to differ by bucket or prefix, found \"results/a/a/a\" to be both, if it is in outbox; change a key, or name other buckets in INGEST_INPUT_BUCKETS");
  }

  @Test
  void inAnotherBucketUploadsMayLookLikeOutput() {
    Premises apart = new Premises(List.of("inbox"), "outbox", List.of(RESULTS));

    Pipelines pipelines = Pipelines.of(List.of(entry("loop", "{a}/{b}/{c}")), apart);

    assertThat(pipelines.of("output/loop/a.csv")).isNotNull();
    assertThat(apart.takesFrom("inbox")).isTrue();
    assertThat(apart.takesFrom("outbox")).isFalse();
  }

  @Test
  void whatRunsWriteIsKnownByItsKey() {
    Pipelines pipelines = Pipelines.of(List.of(entry("a", "in/{file}")), anywhere());

    assertThat(pipelines.write("output/a/run.csv")).isTrue();
    assertThat(pipelines.write("results/ES/run/report.html")).isTrue();
    assertThat(pipelines.write("output/b/run.csv")).isFalse();
    assertThat(pipelines.write("in/a")).isFalse();
  }

  private static Premises anywhere() {
    return new Premises(List.of(), "outbox", List.of(RESULTS));
  }

  private static Entry entry(String name, String upload) {
    return new Entry(
        name + ".yaml",
        Pipeline.of(
                name,
                RowSchema.of(MetricRow.class),
                LoadPlan.into(new TableName(null, name)).append())
            .uploadKey(upload)
            .outputKey("output/" + name + "/{run}.csv")
            .build());
  }
}
