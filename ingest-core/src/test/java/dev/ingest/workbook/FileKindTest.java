package dev.ingest.workbook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.workbook.MemorySource.MemoryBytes;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Content decides what a file is, and a refusal says it in words that a person can act on. */
class FileKindTest {

  private static final String OLE2 = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
  private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "PK\003\004 and more;                       ZIP",
        "%PDF-1.7;                                  PDF",
        "<html><body>;                              HTML",
        "|\r\n <!DOCTYPE html PUBLIC>|;             HTML",
        "<?xml version=\"1.0\"?><HTML>;             HTML",
        "<table><tr>;                               HTML",
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">; SPREADSHEET_ML",
        "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>; STORAGE_ERROR",
        "<?xml version=\"1.0\"?><feed/>;            XML",
        "{\\rtf1\\ansi};                            RTF",
        "version https://git-lfs.github.com/spec/v1; LFS_POINTER",
        "|<?xml version=\"1.0\"?><office:document xmlns:office=\"x\">|; FODS",
        "location,metric,value,date;                TEXT",
        "ID;                                        TEXT",
        "x;                                         TEXT",
        "PK;                                        TEXT",
      })
  void aFileIsWhatItsFirstBytesSay(String head, FileKind kind) throws IOException {
    assertThat(sniff(head)).isEqualTo(kind);
  }

  @Test
  void binaryHeadsToo() throws IOException {
    assertThat(sniff("")).isEqualTo(FileKind.EMPTY);
    assertThat(sniff("PK\005\006")).isEqualTo(FileKind.ZIP);
    assertThat(sniff(OLE2 + "...PK\003\004 further on")).isEqualTo(FileKind.OLE2);
    assertThat(sniff("\t\b\u0010\0\0\6\5\0")).isEqualTo(FileKind.XLS);
    assertThat(sniff("\t\b\b\0\0\5\5\0")).isEqualTo(FileKind.XLS);
    assertThat(sniff("\t\0\4\0\2\0")).isEqualTo(FileKind.OLD_XLS);
    assertThat(sniff("\t\4\6\0\0\0")).isEqualTo(FileKind.OLD_XLS);
    assertThat(sniff("\u001f\u008b\b")).isEqualTo(FileKind.GZIP);
    assertThat(sniff("\0\1\2\3")).isEqualTo(FileKind.UNKNOWN);
    assertThat(sniff(UTF_8_MARK + "<html>")).isEqualTo(FileKind.HTML);
    assertThat(sniff(UTF_8_MARK + "a,b")).isEqualTo(FileKind.TEXT);
    assertThat(sniff("\u00ff\u00fea\0,\0b\0")).isEqualTo(FileKind.TEXT);
    assertThat(sniff("\u00fe\u00ff\0<\0h\0t\0m\0l\0>")).isEqualTo(FileKind.HTML);
    assertThat(sniff("a,b\n".repeat(100) + "\0"))
        .as("one control character is for the reader of texts to name")
        .isEqualTo(FileKind.TEXT);
    assertThat(sniff("a,b\n".repeat(1000) + "\0"))
        .as("only the head is read")
        .isEqualTo(FileKind.TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<html>;            NOT_A_WORKBOOK; an HTML page, whatever its name says; open it in Excel and save it as .xlsx",
        "<a/>;              NOT_A_WORKBOOK; an XML document; export it as .xlsx",
        "<Error><Code>x;    NOT_A_WORKBOOK; an error document of an object store; fetch the object again",
        "%PDF-1.7;          NOT_A_WORKBOOK; a PDF document; ask the sender for the workbook itself",
        "{\\rtf1};          NOT_A_WORKBOOK; a rich text document; ask the sender for the workbook itself",
        "version https://git-lfs; NOT_A_WORKBOOK; a Git LFS pointer; fetch the file with git lfs pull",
        "'';                NOT_A_WORKBOOK; an empty file; ask the sender for the file again",
        "<x urn:schemas-microsoft-com:office:spreadsheet; UNSUPPORTED; an XML Spreadsheet 2003; open it in Excel and save it as .xlsx",
      })
  void aRefusalSaysWhatTheFileIs(
      String head, WorkbookException.Reason reason, String found, String advice) {
    assertRefusal(head, reason, found, advice);
  }

  @Test
  void likenessesAreToldApart() throws IOException {
    assertThat(sniff("tag,meaning\n<html>,a page")).isEqualTo(FileKind.TEXT);
    assertThat(sniff("MIME-Version: 1.0\r\n\r\n<html>")).isEqualTo(FileKind.HTML);
    assertThat(sniff("ID;PWXL;N;E\r\nP;PGeneral")).isEqualTo(FileKind.SYLK);
    assertThat(sniff("ID;Product;Price\r\n1;x;2")).isEqualTo(FileKind.TEXT);
    assertRefusal(
        "ID;PWXL;N;E\nP;PGeneral",
        WorkbookException.Reason.UNSUPPORTED,
        "a SYLK file",
        "open it in Excel and save it as .xlsx");
  }

  @Test
  void aLockFileIsNamed() throws IOException {
    String name = "Ada Lovelace";
    String wide = (name + " ".repeat(54 - name.length())).replaceAll("(.)", "$1\0");
    String lock = "\f" + name + " ".repeat(54 - name.length()) + "\f\0" + wide;

    assertThat(sniff(lock)).isEqualTo(FileKind.LOCK_FILE);
    assertThat(sniff(lock.substring(1))).isEqualTo(FileKind.UNKNOWN);
    assertRefusal(
        lock,
        WorkbookException.Reason.NOT_A_WORKBOOK,
        "a lock file that Excel leaves beside an open workbook",
        "give the workbook of the same name without ~$");
  }

  @Test
  void binaryFilesAreNamedToo() {
    assertRefusal(
        "\0\0",
        WorkbookException.Reason.NOT_A_WORKBOOK,
        "bytes of no known format",
        "ask the sender for an .xlsx");
    assertRefusal(
        "\u001f\u008b",
        WorkbookException.Reason.NOT_A_WORKBOOK,
        "a gzip archive",
        "unpack it first");
    assertRefusal(
        "\t\2\6\0\0\0",
        WorkbookException.Reason.UNSUPPORTED,
        "an Excel 2-4 workbook",
        "open it in Excel and save it as .xlsx");
  }

  private static void assertRefusal(
      String head, WorkbookException.Reason reason, String found, String advice) {
    WorkbookException refusal = SheetText.refusal(head.getBytes(ISO_8859_1), ReadLimits.defaults());

    assertThat(refusal)
        .hasMessage(
            "book.xlsx: expected an Excel workbook (.xlsx), found " + found + "; " + advice);
    assertThat(refusal.reason()).isEqualTo(reason);
  }

  private static FileKind sniff(String head) throws IOException {
    byte[] bytes = head.getBytes(ISO_8859_1);
    return FileKind.sniff(new MemoryBytes(bytes, bytes.length));
  }
}
