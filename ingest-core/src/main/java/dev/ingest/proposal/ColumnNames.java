package dev.ingest.proposal;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Makes names of headers that a table, a pipeline file and a record all take: letters and digits of
 * the header in lower case, underscores between its words. Each name is given once. Not
 * thread-safe.
 */
final class ColumnNames {

  /** A database's longest name, with room for a number behind it. */
  private static final int LONGEST = 58;

  private static final Set<String> TAKEN_BY_JAVA =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "try",
          "void",
          "volatile",
          "while",
          "true",
          "false",
          "null",
          "clone",
          "finalize",
          "notify",
          "wait",
          "pipeline");

  private final Set<String> given = new HashSet<>();

  /**
   * Returns the name of a column.
   *
   * @param letters of the column, for headers without a letter or a digit
   */
  String of(String header, String letters) {
    String words = words(header);
    String name = words.isEmpty() ? "column_" + letters.toLowerCase(Locale.ROOT) : words;
    if (TAKEN_BY_JAVA.contains(name)) {
      name += "_";
    }
    String free = name;
    for (int i = 2; !given.add(free); i++) {
      free = name + (name.endsWith("_") ? "" : "_") + i;
    }
    return free;
  }

  /** Returns the words of a text, ready for a name; empty where it has none. */
  static String words(String text) {
    StringBuilder name = new StringBuilder();
    boolean lower = false;
    for (int c : Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray()) {
      boolean belongs = belongs(c);
      boolean camel = lower && Character.isUpperCase(c);
      if ((!belongs || camel) && !name.isEmpty() && name.charAt(name.length() - 1) != '_') {
        name.append('_');
      }
      if (belongs) {
        name.appendCodePoint(c);
      }
      lower = Character.isLowerCase(c);
    }
    return trimmed(name.toString().toLowerCase(Locale.ROOT));
  }

  private static String trimmed(String name) {
    StringBuilder trimmed = new StringBuilder();
    name.codePoints()
        .filter(c -> c == '_' || belongs(c)) // in lower case some letters become two
        .limit(LONGEST)
        .forEach(trimmed::appendCodePoint);
    while (!trimmed.isEmpty() && trimmed.charAt(trimmed.length() - 1) == '_') {
      trimmed.setLength(trimmed.length() - 1);
    }
    boolean digit = !trimmed.isEmpty() && !Character.isLetter(trimmed.codePointAt(0));
    return digit ? "_" + trimmed : trimmed.toString();
  }

  private static boolean belongs(int c) {
    return Character.isLetter(c) || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
  }
}
