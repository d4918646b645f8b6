package dev.ingest.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * What a PDF of Chromium tells without a reader of PDF: how many pages there are, and which colours
 * things are filled with.
 *
 * @param count how many pages
 * @param fills red, green and blue as the file has them, {@code .7882 .2157 .1725}
 */
record PrintedPages(int count, Set<String> fills) {

  private static final Pattern PAGE = Pattern.compile("/Type /Page\\b");
  private static final Pattern STREAM =
      Pattern.compile("/FlateDecode[^>]*>>\\s*stream\\r?\\n(.*?)endstream", Pattern.DOTALL);
  private static final Pattern FILL = Pattern.compile("([\\d.]+ [\\d.]+ [\\d.]+) rg\\b");

  static PrintedPages of(byte[] pdf) throws IOException {
    String text = new String(pdf, ISO_8859_1);
    Set<String> fills = new TreeSet<>();
    for (Matcher stream = STREAM.matcher(text); stream.find(); ) {
      FILL.matcher(inflated(stream.group(1))).results().forEach(fill -> fills.add(fill.group(1)));
    }
    return new PrintedPages((int) PAGE.matcher(text).results().count(), fills);
  }

  private static String inflated(String stream) throws IOException {
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(stream.getBytes(ISO_8859_1)))) {
      return new String(in.readAllBytes(), ISO_8859_1);
    }
  }

  /** Returns a colour of a style sheet, {@code #c9372c}, as the file has it. */
  static String colour(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return part(rgb >> 16) + " " + part(rgb >> 8) + " " + part(rgb);
  }

  private static String part(int value) {
    BigDecimal part =
        BigDecimal.valueOf(value & 0xff).divide(BigDecimal.valueOf(255), 4, RoundingMode.HALF_UP);
    String text = part.signum() == 0 ? "0" : part.stripTrailingZeros().toPlainString();
    return text.startsWith("0.") ? text.substring(1) : text;
  }
}
