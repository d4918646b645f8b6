package dev.ingest.proposal;

import dev.ingest.naming.Spaces;

/** Names of pipelines and tables, and of the records that are their rows. */
final class TableNames {

  private static final String NAMELESS = "rows";

  private TableNames() {}

  /** Makes a name of a file's: its last step without the extension. */
  static String ofFile(String path) {
    String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    String words = ColumnNames.words(dot > 0 ? last.substring(0, dot) : last);
    return words.isEmpty() ? NAMELESS : words;
  }

  /** Makes the name of a table of any name. */
  static String ofName(String name) {
    return ColumnNames.words(name);
  }

  static String checked(String name) {
    if (Spaces.isBlank(name) || ofName(name).isEmpty()) {
      throw new IllegalArgumentException(
          "name: expected one with letters or digits, found \"" + name + "\"");
    }
    return name;
  }

  /** Makes the name of the record: {@code SalesOfMayRow}. */
  static String ofRecord(String table) {
    StringBuilder name = new StringBuilder();
    for (String word : table.split("_", -1)) {
      if (!word.isEmpty()) {
        int first = word.codePointAt(0);
        name.appendCodePoint(Character.toTitleCase(first));
        name.append(word.substring(Character.charCount(first)));
      }
    }
    boolean letter = Character.isJavaIdentifierStart(name.codePointAt(0));
    return (letter ? "" : "_") + name + "Row";
  }
}
