package dev.ingest.random;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Reads what {@link dev.ingest.format.CsvFormat} has written with somebody else's parser. */
public final class CsvLines {

  /** In this mode an empty field is the null text where it stands without quotes only. */
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setQuoteMode(QuoteMode.ALL_NON_NULL)
          .setNullString("")
          .setRecordSeparator('\n')
          .get();

  private CsvLines() {}

  /** Returns the fields of each line, the header first; null is the empty field without quotes. */
  public static List<List<@Nullable String>> of(String csv) {
    try (CSVParser parser = FORMAT.parse(new StringReader(csv))) {
      List<List<@Nullable String>> lines = new ArrayList<>();
      for (CSVRecord line : parser) {
        lines.add(line.toList());
      }
      return lines;
    } catch (IOException impossible) {
      throw new AssertionError("text does not fail", impossible);
    }
  }
}
