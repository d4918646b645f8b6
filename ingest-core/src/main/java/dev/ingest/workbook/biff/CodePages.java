package dev.ingest.workbook.biff;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;

/** The charsets of code pages: [MS-XLS] 2.4.52, and what older writers put there. */
final class CodePages {

  /** What a file without a code page is taken to be. */
  static final int WINDOWS_LATIN = 1252;

  private CodePages() {}

  /** Returns the charset, if there is one on this machine. */
  static Optional<Charset> charset(int page) {
    String name = name(page);
    try {
      return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    } catch (IllegalCharsetNameException none) {
      return Optional.empty();
    }
  }

  private static String name(int page) {
    return switch (page) {
      case 367 -> "US-ASCII";
      case 874 -> "x-windows-874";
      case 932 -> "windows-31j";
      case 936 -> "GBK";
      case 949 -> "x-windows-949";
      case 950 -> "x-windows-950";
      case 1361 -> "x-Johab";
      case 10000, 32768 -> "x-MacRoman";
      case 10004 -> "x-MacArabic";
      case 10005 -> "x-MacHebrew";
      case 10006 -> "x-MacGreek";
      case 10007 -> "x-MacCyrillic";
      case 10010 -> "x-MacRomania";
      case 10017 -> "x-MacUkraine";
      case 10021 -> "x-MacThai";
      case 10029 -> "x-MacCentralEurope";
      case 10079 -> "x-MacIceland";
      case 10081 -> "x-MacTurkish";
      case 10082 -> "x-MacCroatian";
      case 10001 -> "Shift_JIS";
      case 10002 -> "Big5";
      case 10003 -> "EUC-KR";
      case 10008 -> "GB2312";
      case 32769 -> "windows-1252";
      case 65001 -> "UTF-8";
      default -> page >= 1250 && page <= 1258 ? "windows-" + page : "IBM" + threeDigits(page);
    };
  }

  private static String threeDigits(int page) {
    return page < 100 ? "0" + page : Integer.toString(page);
  }
}
