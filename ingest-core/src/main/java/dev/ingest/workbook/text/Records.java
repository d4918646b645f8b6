package dev.ingest.workbook.text;

import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** The records of a text by Apache Commons CSV, its failures in our words. */
final class Records implements AutoCloseable {

  private final String name;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long lines;

  Records(String name, Reader text, char delimiter) {
    this.name = name;
    try {
      this.parser = CSVParser.builder().setReader(text).setFormat(format(delimiter)).get();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    this.records = parser.iterator();
  }

  /** With this mode of quotes the parser tells the empty value from the quoted empty text. */
  private static CSVFormat format(char delimiter) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(false)
        .setQuoteMode(QuoteMode.ALL_NON_NULL)
        .get();
  }

  /**
   * Returns the values of the next record, null for each that is empty and not quoted; null after
   * the last record.
   */
  @Nullable String @Nullable [] next() {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CSVRecord record = records.next();
      lines = parser.getCurrentLineNumber();
      return record.values();
    } catch (UncheckedIOException broken) {
      throw refusal(broken);
    }
  }

  private WorkbookException refusal(UncheckedIOException broken) {
    boolean unclosed = String.valueOf(broken.getMessage()).contains("EOF");
    String message =
        unclosed
            ? "line %s: expected the closing quote of a value in the record that starts here, found the end of the file"
                .formatted(lines + 1)
            : "line %s: expected a delimiter after a closing quote, found text; double the quotes within a value"
                .formatted(parser.getCurrentLineNumber());
    return new WorkbookException(Reason.DAMAGED, name + ", " + message, broken);
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
