package dev.ingest.naming;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Text as YAML takes it, whatever is in it. */
public final class YamlScalar {

  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private YamlScalar() {}

  /** Returns a scalar that is read as this text, plain where there is no doubt. */
  public static String of(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /** Returns a list of such scalars. */
  public static String of(List<String> texts) {
    return texts.stream().map(YamlScalar::of).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns a scalar in double quotes. */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append("\\U").append(hex(c));
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isPlain(String text) {
    boolean plain = !text.isEmpty() && isWord(text.charAt(0)) && !isDigit(text.charAt(0));
    for (int i = 0; plain && i < text.length(); i++) {
      plain = isWord(text.charAt(i));
    }
    return plain && !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns whether a character stands for itself in a file that people read. */
  public static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String hex(int c) {
    String hex = Integer.toHexString(c);
    return "0".repeat(8 - hex.length()) + hex;
  }
}
