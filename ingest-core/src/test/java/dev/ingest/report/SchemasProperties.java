package dev.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ingest.pipeline.IngestReport;
import dev.ingest.pipeline.Ingestion;
import dev.ingest.pipeline.Recorder;
import dev.ingest.random.RandomTable;
import dev.ingest.random.RandomTables;
import dev.ingest.random.Told;
import dev.ingest.store.OneObject;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The published schemas describe the report of every run, and every line of its rejects. */
class SchemasProperties {

  private static final Schema REPORT = schema(Schemas.report());
  private static final Schema REJECT = schema(Schemas.reject());

  @Provide
  Arbitrary<RandomTable> tables() {
    return RandomTables.all();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void whatARunSaysIsDescribed(@ForAll("tables") RandomTable table) {
    List<String> rejects = new ArrayList<>();

    IngestReport report =
        Ingestion.converting(table.pipeline(), new OneObject(), "bucket")
            .withRecorder(recorder(rejects))
            .run(Told.upload(table.sheet().workbook()));

    assertThat(REPORT.validate(ReportJson.of(report), InputFormat.JSON)).isEmpty();
    assertThat(rejects).hasSize((int) report.problemCount());
    for (String line : rejects) {
      assertThat(line).doesNotContain("\n");
      assertThat(REJECT.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
  }

  private static Recorder recorder(List<String> rejects) {
    return (run, body) -> {
      RejectJson json = new RejectJson(run.id(), run.upload());
      return body.apply(
          new Recorder.Tape(run.upload(), (shown, whole) -> rejects.add(json.of(shown))));
    };
  }

  private static Schema schema(String text) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }
}
