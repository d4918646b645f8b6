package dev.ingest.testkit.workbook;

/**
 * A cell in its own words: the builder writes {@code <c r="…" ATTRIBUTES>CONTENT</c>} and looks at
 * neither.
 *
 * @param attributes such as {@code t="d" s="1"}; may be empty
 * @param content such as {@code <v>1</v>}; may be empty
 */
public record CellXml(String attributes, String content) {

  /** Makes a cell without type or style. */
  public static CellXml of(String content) {
    return new CellXml("", content);
  }

  /** Makes a formula that was saved without a value. */
  public static CellXml uncalculated(String formula) {
    return of("<f>" + XmlText.escape(formula) + "</f>");
  }

  /** Makes a number under the cell style with this index, counted from 0. */
  public static CellXml styled(String number, int style) {
    return new CellXml("s=\"" + style + "\"", "<v>" + number + "</v>");
  }

  /** Makes an inline string. */
  public static CellXml inline(String text) {
    return new CellXml("t=\"inlineStr\"", "<is>" + XmlText.element("t", text) + "</is>");
  }
}
