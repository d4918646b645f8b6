package dev.ingest.workbook;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a text is, by its first characters. */
final class TextHead {

  /**
   * The first two records of SYLK, whose header is easily mistaken for a column "ID" and one that
   * starts with P; Excel does mistake it.
   */
  private static final Pattern SYLK =
      Pattern.compile("(?s)ID;P[^\\r\\n]*[\\r\\n]+(?:[PFBCOW]|N[NEU]);.*");

  /** A text may hold a stray control character, which its reader names; bytes hold many. */
  private static final int CONTROL_SHARE = 50;

  private TextHead() {}

  static FileKind kind(String head) {
    String lower = head.stripLeading().toLowerCase(Locale.ROOT);
    if (lower.startsWith("{\\rtf")) {
      return FileKind.RTF;
    }
    if (lower.startsWith("version https://git-lfs")) {
      return FileKind.LFS_POINTER;
    }
    if (isHtml(lower)) {
      return FileKind.HTML;
    }
    if (lower.startsWith("<")) {
      return xml(lower);
    }
    if (SYLK.matcher(head).matches()) {
      return FileKind.SYLK;
    }
    long controls =
        head.chars().filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t').count();
    return controls * CONTROL_SHARE > head.length() ? FileKind.UNKNOWN : FileKind.TEXT;
  }

  /** Excel's own pages and web archives included; a cell that quotes a tag is not a page. */
  private static boolean isHtml(String lower) {
    return lower.startsWith("<!doctype html")
        || lower.startsWith("<table")
        || (lower.startsWith("<") || lower.startsWith("mime-version:")) && lower.contains("<html");
  }

  private static FileKind xml(String lower) {
    if (lower.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      return FileKind.SPREADSHEET_ML;
    }
    if (lower.contains("<office:document ")) {
      return FileKind.FODS;
    }
    return lower.contains("<error>") && lower.contains("<code>")
        ? FileKind.STORAGE_ERROR
        : FileKind.XML;
  }
}
