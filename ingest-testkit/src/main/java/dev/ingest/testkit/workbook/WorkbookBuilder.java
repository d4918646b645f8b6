package dev.ingest.testkit.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Builds an .xlsx from cells, or from raw XML where no library would write it so:
 *
 * <pre>{@code
 * byte[] xlsx =
 *     WorkbookBuilder.workbook()
 *         .sheet("data")
 *         .row("location", "metric", "value", "date")
 *         .row("UK", "metric2", CellError.NA, LocalDate.of(2020, 2, 1))
 *         .bytes();
 * }</pre>
 *
 * <p>Rows go to the sheet that was started last. A cell is made of {@link String}, {@link Number},
 * {@link Boolean}, {@link java.time.LocalDate} and {@link java.time.LocalDateTime} (serials under a
 * date style), {@link CellError}, {@link CellXml}, or null for none. Nothing is checked: what is
 * asked for is written. The same calls give the same bytes, on every JDK if entries are {@link
 * #stored()}. Not thread-safe.
 */
public final class WorkbookBuilder {

  private final List<SheetXml> sheets = new ArrayList<>();
  private final Map<String, Optional<byte[]>> replaced = new LinkedHashMap<>();
  private UnaryOperator<String> names = UnaryOperator.identity();
  private boolean inline;
  private boolean date1904;
  private boolean stored;

  private WorkbookBuilder() {}

  /** Starts a workbook without sheets. */
  public static WorkbookBuilder workbook() {
    return new WorkbookBuilder();
  }

  /** Starts a visible sheet. Its part is {@code xl/worksheets/sheetN.xml}, N counted from 1. */
  public WorkbookBuilder sheet(String name) {
    return sheet(name, "visible");
  }

  /**
   * Starts a sheet.
   *
   * @param state {@code visible}, {@code hidden} or {@code veryHidden}
   */
  public WorkbookBuilder sheet(String name, String state) {
    sheets.add(new SheetXml(name, state));
    return this;
  }

  /** Adds a row below the last; without values it is stored without cells. */
  public WorkbookBuilder row(@Nullable Object... values) {
    current().row(false, values);
    return this;
  }

  /** Adds a hidden row below the last. */
  public WorkbookBuilder hiddenRow(@Nullable Object... values) {
    current().row(true, values);
    return this;
  }

  /**
   * Adds a row at a number, even a wrong one; the next {@link #row} is below it.
   *
   * @param number counted from 1
   */
  public WorkbookBuilder rowAt(int number, @Nullable Object... values) {
    current().rowAt(number, false, values);
    return this;
  }

  /** Adds XML where a row is expected; it counts as one row. */
  public WorkbookBuilder rawRow(String xml) {
    current().raw(xml);
    return this;
  }

  /** Stores texts in their cells instead of in the table of shared strings. */
  public WorkbookBuilder inlineStrings() {
    inline = true;
    return this;
  }

  /** Counts dates from 1904. */
  public WorkbookBuilder date1904() {
    date1904 = true;
    return this;
  }

  /** Puts a part in place of the one of that name, or adds it. */
  public WorkbookBuilder part(String name, String xml) {
    return part(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts a part in place of the one of that name, or adds it. */
  public WorkbookBuilder part(String name, byte[] content) {
    replaced.put(name, Optional.of(content.clone()));
    return this;
  }

  /** Leaves a part out; whatever refers to it stays. */
  public WorkbookBuilder without(String name) {
    replaced.put(name, Optional.empty());
    return this;
  }

  /** Changes the text of a part as this builder would write it. */
  public WorkbookBuilder edit(String name, UnaryOperator<String> change) {
    byte[] content = parts().get(name);
    if (content == null) {
      throw new IllegalArgumentException("no part " + name);
    }
    return part(name, change.apply(new String(content, StandardCharsets.UTF_8)));
  }

  /** Renames the entries of the zip, such as to {@code XL\WORKBOOK.XML}. */
  public WorkbookBuilder entryNames(UnaryOperator<String> rename) {
    names = rename;
    return this;
  }

  /** Stores the entries of the zip without compressing them. */
  public WorkbookBuilder stored() {
    stored = true;
    return this;
  }

  /** Returns the package as a zip whose entries can still be changed. */
  public ZipBuilder zip() {
    ZipBuilder zip = ZipBuilder.zip();
    parts()
        .forEach(
            (name, content) ->
                zip.add(
                    stored
                        ? ZipItem.stored(names.apply(name), content)
                        : ZipItem.deflated(names.apply(name), content)));
    return zip;
  }

  /** Returns the workbook. */
  public byte[] bytes() {
    return zip().bytes();
  }

  /** Writes the workbook to a file and returns its path. */
  public Path writeTo(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  private SheetXml current() {
    if (sheets.isEmpty()) {
      throw new IllegalStateException("start a sheet first: sheet(\"data\")");
    }
    return sheets.get(sheets.size() - 1);
  }

  private Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    put(parts, Parts.CONTENT_TYPES, Parts.contentTypes(sheets.size()));
    put(parts, Parts.PACKAGE_RELATIONSHIPS, Parts.packageRelationships());
    put(parts, Parts.WORKBOOK, Parts.workbook(sheets, date1904));
    put(parts, Parts.WORKBOOK_RELATIONSHIPS, Parts.workbookRelationships(sheets.size()));
    put(parts, Parts.STYLES, Parts.styles());
    SheetXml.Shared shared = new SheetXml.Shared(inline, date1904);
    for (int i = 0; i < sheets.size(); i++) {
      put(parts, Parts.sheetPart(i + 1), sheets.get(i).xml(shared));
    }
    put(parts, Parts.SHARED_STRINGS, shared.stringsXml());
    replaced.forEach(
        (name, content) ->
            content.ifPresentOrElse(bytes -> parts.put(name, bytes), () -> parts.remove(name)));
    return parts;
  }

  private static void put(Map<String, byte[]> parts, String name, String xml) {
    parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
  }
}
