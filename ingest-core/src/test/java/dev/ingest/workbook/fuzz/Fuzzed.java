package dev.ingest.workbook.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.CellXml;
import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Sheet;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookSource;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What is done with bytes that a fuzzer makes: they are wrapped, opened and read to the end. All
 * that may be thrown is a {@link WorkbookException} with a message; anything else is a finding, and
 * so is an input that takes seconds. A new target for a format that is not in a zip is {@link
 * BytesFuzzTest} with a seed; for one whose parts are zipped, {@link #part} in another workbook.
 */
public final class Fuzzed {

  /** Small, so that whatever passes them is found with inputs of some hundred bytes. */
  public static final ReadLimits LIMITS =
      ReadLimits.defaults()
          .withPartBytes(1 << 20)
          .withInflatedBytes(4 << 20)
          .withCells(10_000)
          .withSharedStrings(1_000)
          .withTextLength(10_000)
          .withXmlDepth(16);

  /** How long each target is fuzzed by {@code mvn -Pfuzz}. */
  public static final String DURATION = "3m";

  public static final String REFUSED = "refused";

  private Fuzzed() {}

  /** Returns the cells of all sheets, or {@link #REFUSED}. */
  static String read(byte[] bytes) {
    try (Workbook workbook = Workbook.open(WorkbookSource.of("book", bytes), LIMITS)) {
      StringBuilder all = new StringBuilder();
      for (Sheet sheet : workbook.sheets()) {
        all.append(sheet.name()).append('\n').append(SheetText.of(sheet)).append('\n');
      }
      return all.toString();
    } catch (WorkbookException refusal) {
      assertThat(refusal.getMessage()).startsWith("book").hasSizeLessThan(1_000);
      return REFUSED;
    }
  }

  /** Returns the cells of a workbook with these bytes as one of its parts, or {@link #REFUSED}. */
  static String part(String name, byte[] content) {
    return read(workbook().part(name, content).bytes());
  }

  /**
   * Reads a part twice, as it is and in UTF-16, and demands the same. UTF-16 takes the way through
   * the XML reader, UTF-8 that of the scanners, where there are any.
   */
  static void partInTwoEncodings(String name, byte[] content) {
    String told = part(name, content);
    byte[] wide = inUtf16(content);
    if (wide.length > 0) {
      assertThat(part(name, wide)).isEqualTo(told);
    }
  }

  /** Returns nothing where the bytes are no UTF-8 or say themselves how they are encoded. */
  private static byte[] inUtf16(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      boolean declared = text.startsWith("\uFEFF") || text.contains("encoding");
      return declared ? new byte[0] : ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    } catch (CharacterCodingException none) {
      return new byte[0];
    }
  }

  /** A workbook of which every part matters: strings, styles, dates, two sheets. */
  static WorkbookBuilder workbook() {
    return WorkbookBuilder.workbook()
        .stored()
        .sheet("data")
        .row("zero", "one", CellXml.styled("43862", 1), CellXml.styled("1.5", 2), true)
        .sheet("more", "hidden")
        .row(0.65, "two");
  }
}
