package dev.ingest.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingest.aws.AwsClients;
import dev.ingest.aws.s3.S3Listing;
import dev.ingest.aws.s3.S3Settings;
import dev.ingest.store.DirectoryObjectStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of files and objects; what is listed in S3 is read by the test with the packaged function. */
class PipelineFilesTest {

  private static final String VISITS =
      """
      name: visits
      upload: "visits/{file}.xlsx"
      columns: [{ name: city, type: text }]
      output: { key: "output/visits/{run}.csv" }
      load: { table: visits, append: true }
      """;

  @TempDir Path folder;

  @Test
  void theFilesOfAFolderAreReadInTheOrderOfTheirNames() throws Exception {
    Files.writeString(folder.resolve("b.yaml"), VISITS);
    Files.writeString(folder.resolve("a.YML"), VISITS.replace("name: visits", "name: sales"));
    Files.writeString(folder.resolve("readme.txt"), "no pipeline");

    List<Pipelines.Entry> entries = read(folder.toString());

    assertThat(entries)
        .extracting(entry -> entry.pipeline().name())
        .containsExactly("sales", "visits");
    assertThat(entries.get(0).source()).isEqualTo(folder.resolve("a.YML").toString());
  }

  @Test
  void aFileAndAnObjectAreReadBesideEachOther() throws Exception {
    Path file = Files.writeString(folder.resolve("a.yaml"), VISITS);
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/b.yaml"), VISITS);

    assertThat(read(file.toString(), "s3://config/b.yaml"))
        .extracting(Pipelines.Entry::source)
        .containsExactly(file.toString(), "s3://config/b.yaml");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() throws Exception {
    Path wrong = Files.writeString(folder.resolve("a.yaml"), "nam: visits\n");
    Path empty = Files.createDirectories(folder.resolve("empty"));

    assertThatThrownBy(
            () -> read(wrong.toString(), empty.toString(), "/none.yaml", "s3://config/none.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "pipelines: expected files that describe pipelines, found what follows; correct it\n")
        .hasMessageContaining(wrong + ":")
        .hasMessageContaining("\n" + empty + ": expected files in .yaml, .yml or .json, found none")
        .hasMessageContaining(
            "\n/none.yaml: expected a pipeline's file, found none; check its path")
        .hasMessageEndingWith(
            "\ns3://config/none.yaml: expected an object, found none; check bucket and key");
  }

  private List<Pipelines.Entry> read(String... places) {
    S3Settings region = S3Settings.defaults().withRegion("eu-west-1");
    return new PipelineFiles(
            new DirectoryObjectStore(folder), new S3Listing(AwsClients.s3(region), region))
        .read(List.of(places));
  }
}
