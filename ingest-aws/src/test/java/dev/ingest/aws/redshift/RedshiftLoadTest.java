package dev.ingest.aws.redshift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.LengthUnit;
import dev.ingest.load.LoadPlan;
import dev.ingest.load.LoadRequest;
import dev.ingest.load.ReplaceScope;
import dev.ingest.load.TableColumn;
import dev.ingest.load.TableColumn.Fill;
import dev.ingest.load.TableColumn.Kind;
import dev.ingest.load.TableColumn.Size;
import dev.ingest.load.TableName;
import dev.ingest.load.TableShape;
import dev.ingest.row.RowSchema;
import dev.ingest.store.DirectoryObjectStore;
import dev.ingest.store.ObjectLocation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statements, to the letter. */
class RedshiftLoadTest {

  record Line(String part, int number, String value) {}

  private static final LoadPlan.Into LINES = LoadPlan.into(TableName.parse("lines"));
  private static final TargetTable TABLE =
      new TargetTable(
          new TableShape(
              TableName.parse("public.lines"),
              List.of(
                  TargetTable.column("part", "character varying(10)", false, Fill.NONE),
                  TargetTable.column("number", "integer", true, Fill.NONE),
                  TargetTable.column("value", "character(3)", true, Fill.DEFAULT))));
  private static final CopyAccess ACCESS =
      CopyAccess.by("arn:aws:iam::123456789012:role/copy").inRegion("eu-west-1");

  private static RedshiftLoad load(LoadPlan plan) {
    return new RedshiftLoad(
        new LoadRequest(
            plan,
            RowSchema.of(Line.class),
            new ObjectLocation("files", "it's.csv"),
            new RedshiftCsv(),
            ReplaceScope.none(),
            1),
        TABLE,
        ACCESS);
  }

  @Test
  void copyLoadsByManifestIntoColumnsThatAreNamed(@TempDir Path folder) {
    DirectoryObjectStore store = new DirectoryObjectStore(folder);
    store.write(
        new ObjectLocation("files", "it's.csv"),
        "text/csv",
        out -> {
          out.write(new byte[7]);
          return 7;
        });

    assertThat(load(LINES.append()).copy(store))
        .isEqualTo(
            "COPY ingest_staging (\"part\", \"number\", \"value\") FROM 's3://files/ingest-manifests/0b8d602596a75426ab3895f884bda51ed54b01e2593750ce2fc9e882ea1d6cfa.manifest' IAM_ROLE 'arn:aws:iam::123456789012:role/copy' FORMAT AS CSV MANIFEST REGION 'eu-west-1' IGNOREHEADER 1 NULL AS '@null:7fae9c@' ENCODING UTF8 DATEFORMAT 'YYYY-MM-DD' TIMEFORMAT 'auto' MAXERROR 0 COMPUPDATE OFF STATUPDATE OFF");
  }

  @Test
  void theStagingTableHasTheColumnsOfTheFileAsTheTableHasThem() {
    assertThat(load(LINES.append()).staging())
        .isEqualTo(
            "CREATE TEMPORARY TABLE ingest_staging (\"part\" character varying(10) NOT NULL, \"number\" integer, \"value\" character(3))");
  }

  /** Redshift takes 'a' and 'a ' for the same text, so that their lengths are compared as well. */
  @Test
  void aPartitionIsReplacedByItsKeysToTheLastBlank() {
    assertThat(load(LINES.replacePartition("part", "number")).replacing())
        .containsExactly(
            "CREATE TEMPORARY TABLE ingest_keys AS SELECT \"part\", \"number\" FROM ingest_staging GROUP BY \"part\", octet_length(\"part\"), \"number\"",
            "DELETE FROM \"public\".\"lines\" USING ingest_keys WHERE \"lines\".\"part\" = ingest_keys.\"part\" AND octet_length(\"lines\".\"part\") = octet_length(ingest_keys.\"part\") AND \"lines\".\"number\" = ingest_keys.\"number\"",
            "INSERT INTO \"public\".\"lines\" (\"part\", \"number\", \"value\") SELECT \"part\", \"number\", \"value\" FROM ingest_staging");
  }

  @Test
  void aTableIsEmptiedByDeleting() {
    assertThat(load(LINES.replaceTable()).replacing())
        .containsExactly(
            "DELETE FROM \"public\".\"lines\"",
            "INSERT INTO \"public\".\"lines\" (\"part\", \"number\", \"value\") SELECT \"part\", \"number\", \"value\" FROM ingest_staging");
  }

  @Test
  void anUpsertChangesAndThenAdds() {
    assertThat(load(LINES.upsert("number")).replacing())
        .containsExactly(
            "UPDATE \"public\".\"lines\" SET \"part\" = s.\"part\", \"value\" = s.\"value\" FROM ingest_staging AS s WHERE \"lines\".\"number\" = s.\"number\"",
            "INSERT INTO \"public\".\"lines\" (\"part\", \"number\", \"value\") SELECT s.\"part\", s.\"number\", s.\"value\" FROM ingest_staging AS s LEFT JOIN \"public\".\"lines\" AS t ON t.\"number\" = s.\"number\" WHERE t.\"number\" IS NULL");
  }

  @Test
  void columnsAreToldWithTheirSizes() {
    assertThat(TargetTable.column("a", "character varying(10)", true, Fill.NONE))
        .isEqualTo(
            new TableColumn(
                "a",
                "character varying(10)",
                Kind.TEXT,
                true,
                Fill.NONE,
                new Size.Length(10, LengthUnit.UTF8_BYTES)));
    assertThat(TargetTable.column("a", "numeric(18,2)", false, Fill.DEFAULT))
        .isEqualTo(
            new TableColumn(
                "a", "numeric(18,2)", Kind.DECIMAL, false, Fill.DEFAULT, new Size.Digits(18, 2)));
    assertThat(TargetTable.column("a", "super", true, Fill.NONE))
        .isEqualTo(new TableColumn("a", "super", Kind.OTHER, true, Fill.NONE, null));
  }
}
