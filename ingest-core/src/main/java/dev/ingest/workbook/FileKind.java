package dev.ingest.workbook;

import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a file is, by its first bytes. The name and its extension say nothing. */
public enum FileKind {
  /** An Office Open XML workbook: .xlsx, .xlsm, .xltx, .xltm. */
  XLSX("an Office Open XML workbook (.xlsx)", "open it", Reason.UNSUPPORTED),
  /** A binary workbook of Excel 2007 and later. */
  XLSB("a binary workbook (.xlsb)", "open it", Reason.UNSUPPORTED),
  /** A binary workbook of Excel 5 to 2003. */
  XLS("an Excel 97-2003 workbook (.xls)", "open it", Reason.UNSUPPORTED),
  /** A binary workbook of Excel 2.1 to 4. */
  OLD_XLS("an Excel 2-4 workbook", "open it in Excel and save it as .xlsx", Reason.UNSUPPORTED),
  /** An OpenDocument spreadsheet in a zip. */
  ODS(
      "an OpenDocument spreadsheet (.ods)",
      "open it in Excel and save it as .xlsx",
      Reason.UNSUPPORTED),
  /** An OpenDocument spreadsheet as one XML document. */
  FODS(
      "a flat OpenDocument spreadsheet (.fods)",
      "open it in Excel and save it as .xlsx",
      Reason.UNSUPPORTED),
  ODT(
      "an OpenDocument text document",
      "ask the sender for the workbook itself",
      Reason.NOT_A_WORKBOOK),
  ODP(
      "an OpenDocument presentation",
      "ask the sender for the workbook itself",
      Reason.NOT_A_WORKBOOK),
  ODG("an OpenDocument drawing", "ask the sender for the workbook itself", Reason.NOT_A_WORKBOOK),
  /** Some other OpenDocument file: a formula, a chart, a database. */
  OPEN_DOCUMENT(
      "an OpenDocument file that is no spreadsheet",
      "ask the sender for the workbook itself",
      Reason.NOT_A_WORKBOOK),
  SXC(
      "an OpenOffice.org 1.x spreadsheet (.sxc)",
      "open it in LibreOffice and save it as .xlsx",
      Reason.UNSUPPORTED),
  /** An encrypted Office Open XML package within an OLE 2 file. */
  ENCRYPTED(
      "a password-protected workbook",
      "give the password, or remove it in Excel and save again",
      Reason.PASSWORD_NEEDED),
  /** A workbook that a rights management server decrypts. */
  PROTECTED(
      "a workbook that is encrypted by a sensitivity label or by rights management",
      "ask the sender for a copy without that protection",
      Reason.UNSUPPORTED),
  WORD("a Word document", "ask the sender for the workbook itself", Reason.NOT_A_WORKBOOK),
  POWERPOINT(
      "a PowerPoint presentation", "ask the sender for the workbook itself", Reason.NOT_A_WORKBOOK),
  JAVA_ARCHIVE("a Java archive", "ask the sender for the workbook itself", Reason.NOT_A_WORKBOOK),
  NUMBERS("an Apple Numbers document", "export it from Numbers as .xlsx", Reason.NOT_A_WORKBOOK),
  /** Some other zip. */
  ZIP(
      "a zip without a workbook in it",
      "open it in Excel and save it as .xlsx",
      Reason.NOT_A_WORKBOOK),
  /** Some other OLE 2 file. */
  OLE2(
      "an OLE 2 file without a workbook in it",
      "ask the sender for the workbook itself",
      Reason.NOT_A_WORKBOOK),
  HTML(
      "an HTML page, whatever its name says",
      "open it in Excel and save it as .xlsx",
      Reason.NOT_A_WORKBOOK),
  SPREADSHEET_ML(
      "an XML Spreadsheet 2003", "open it in Excel and save it as .xlsx", Reason.UNSUPPORTED),
  STORAGE_ERROR(
      "an error document of an object store", "fetch the object again", Reason.NOT_A_WORKBOOK),
  XML("an XML document", "export it as .xlsx", Reason.NOT_A_WORKBOOK),
  PDF("a PDF document", "ask the sender for the workbook itself", Reason.NOT_A_WORKBOOK),
  GZIP("a gzip archive", "unpack it first", Reason.NOT_A_WORKBOOK),
  LFS_POINTER("a Git LFS pointer", "fetch the file with git lfs pull", Reason.NOT_A_WORKBOOK),
  RTF("a rich text document", "ask the sender for the workbook itself", Reason.NOT_A_WORKBOOK),
  SYLK("a SYLK file", "open it in Excel and save it as .xlsx", Reason.UNSUPPORTED),
  LOCK_FILE(
      "a lock file that Excel leaves beside an open workbook",
      "give the workbook of the same name without ~$",
      Reason.NOT_A_WORKBOOK),
  /** Delimited text, or any other text. */
  TEXT("a text file", "open it in Excel and save it as .xlsx", Reason.UNSUPPORTED),
  EMPTY("an empty file", "ask the sender for the file again", Reason.NOT_A_WORKBOOK),
  UNKNOWN("bytes of no known format", "ask the sender for an .xlsx", Reason.NOT_A_WORKBOOK);

  private static final int HEAD = 1024;

  private final String description;
  private final String advice;
  private final Reason refusal;

  FileKind(String description, String advice, Reason refusal) {
    this.description = description;
    this.advice = advice;
    this.refusal = refusal;
  }

  /** Returns what the file is, in words: {@code an HTML page}. */
  public String description() {
    return description;
  }

  /** Returns what a person can do about a file of this kind that was refused. */
  String advice() {
    return advice;
  }

  /** Returns the reason that a refusal of this kind carries. */
  Reason refusal() {
    return refusal;
  }

  /** Looks at the first bytes. */
  public static FileKind sniff(WorkbookBytes bytes) throws IOException {
    byte[] head = new byte[HEAD];
    int length = bytes.read(0, head, 0, HEAD);
    if (length == 0) {
      return EMPTY;
    }
    String latin = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    FileKind binary = binary(latin);
    if (binary == UNKNOWN) {
      return bytes.length() == LockFile.LENGTH && LockFile.looksLike(latin)
          ? LOCK_FILE
          : TextHead.kind(decoded(head, length, latin));
    }
    return binary;
  }

  /** Returns the head of a text, by its byte order mark, if it has one. */
  private static String decoded(byte[] head, int length, String latin) {
    if (latin.startsWith("\u00ef\u00bb\u00bf")) {
      return latin.substring(3);
    }
    if (latin.startsWith("\u00ff\u00fe")) {
      return new String(head, 2, length - 2, StandardCharsets.UTF_16LE);
    }
    return latin.startsWith("\u00fe\u00ff")
        ? new String(head, 2, length - 2, StandardCharsets.UTF_16BE)
        : latin;
  }

  private static FileKind binary(String head) {
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return OLE2;
    }
    if (head.startsWith("PK\3\4") || head.startsWith("PK\5\6")) {
      return ZIP;
    }
    if (head.startsWith("\t\b\b\0") || head.startsWith("\t\b\u0010\0")) {
      return XLS; // its records without a container
    }
    if (head.startsWith("\t\0\4\0") || head.startsWith("\t\2\6\0") || head.startsWith("\t\4\6\0")) {
      return OLD_XLS;
    }
    if (head.startsWith("%PDF-")) {
      return PDF;
    }
    return head.startsWith("\u001f\u008b") ? GZIP : UNKNOWN;
  }
}
