package dev.ingest.workbook.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing in a workbook makes its reader open another file or a connection. */
class NoReachTest {

  private static final String CANARY = "canary-of-the-test";

  private static final List<String> PARTS =
      List.of(
          "[Content_Types].xml",
          "_rels/.rels",
          "xl/workbook.xml",
          "xl/_rels/workbook.xml.rels",
          "xl/styles.xml",
          "xl/sharedStrings.xml",
          "xl/worksheets/sheet1.xml");

  @TempDir Path folder;
  private ServerSocketChannel server;
  private String url;
  private String file;

  @BeforeEach
  void listen() throws IOException {
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.configureBlocking(false);
    url = "http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort() + "/x";
    file = Files.writeString(folder.resolve("canary.txt"), CANARY).toUri().toString();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void aDoctypeReachesNothing() throws IOException {
    for (String target : List.of(url, file)) {
      for (String doctype :
          List.of(
              "<!DOCTYPE x SYSTEM \"" + target + "\">",
              "<!DOCTYPE x PUBLIC \"-//A//B\" \"" + target + "\">",
              "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + target + "\">]>",
              "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + target + "\"> %p;]>")) {
        for (String part : PARTS) {
          assertNothingIsReached(part, xml -> xml.replaceFirst("\\?>\n", "?>" + doctype));
        }
      }
    }
  }

  @Test
  void includesStylesheetsAndSchemasReachNothing() throws IOException {
    for (String target : List.of(url, file)) {
      for (String part : PARTS) {
        assertNothingIsReached(
            part,
            xml ->
                xml.replaceFirst("\\?>\n", "?><?xml-stylesheet href=\"" + target + "\"?>")
                    .replaceFirst(
                        "(xmlns=\"[^\"]*\")",
                        "$1 xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                            + " xsi:schemaLocation=\"urn:a "
                            + target
                            + "\"")
                    .replaceFirst(
                        "(<[a-zA-Z][^>]*>)",
                        "$1<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\""
                            + target
                            + "\" parse=\"text\"/>"));
      }
    }
  }

  @Test
  void externalRelationshipsReachNothing() throws IOException {
    for (String target : List.of(url, file)) {
      for (String kind : List.of("worksheet", "sharedStrings", "styles", "externalLink")) {
        assertNothingIsReached(
            "xl/_rels/workbook.xml.rels",
            xml ->
                xml.replaceFirst(
                    "<Relationship ",
                    "<Relationship Id=\"rId77\" TargetMode=\"External\" Type=\"x/"
                        + kind
                        + "\" Target=\""
                        + target
                        + "\"/><Relationship "));
      }
    }
  }

  private void assertNothingIsReached(String part, UnaryOperator<String> change)
      throws IOException {
    byte[] xlsx =
        WorkbookBuilder.workbook()
            .sheet("data")
            .row("text", LocalDate.of(2020, 2, 1))
            .edit(part, change)
            .bytes();

    assertThat(told(xlsx)).doesNotContain(CANARY);
    assertThat(server.accept()).as("a connection made for %s", part).isNull();
  }

  /** Returns the cells, or the refusal. */
  private static String told(byte[] xlsx) {
    StringBuilder all = new StringBuilder();
    try (Workbook workbook =
        Workbook.open(WorkbookSource.of("book.xlsx", xlsx), ReadLimits.defaults())) {
      for (Sheet sheet : workbook.sheets()) {
        all.append(SheetText.of(sheet));
      }
    } catch (WorkbookException refusal) {
      all.append(refusal.getMessage());
    }
    return all.toString();
  }
}
