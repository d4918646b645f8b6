package dev.ingest.proposal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Text as YAML, Java and comments take it, whatever is in it. */
final class Quoted {

  private static final Set<String> WORDS_OF_YAML =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private Quoted() {}

  /** Returns a scalar of YAML, plain where there is no doubt. */
  static String yaml(String text) {
    return isPlain(text) ? text : quotedYaml(text);
  }

  /** Returns a scalar of YAML in double quotes. */
  static String quotedYaml(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append("\\U").append(hex(c, 8));
              }
            });
    return quoted.append('"').toString();
  }

  /** Returns a list of YAML. */
  static String yaml(List<String> texts) {
    return texts.stream().map(Quoted::yaml).collect(Collectors.joining(", ", "[", "]"));
  }

  private static boolean isPlain(String text) {
    boolean plain = !text.isEmpty() && isWord(text.charAt(0)) && !isDigit(text.charAt(0));
    for (int i = 0; plain && i < text.length(); i++) {
      plain = isWord(text.charAt(i));
    }
    return plain && !WORDS_OF_YAML.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns a string literal of Java. */
  static String java(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') { // an escape by number would be a line's end to the compiler
        quoted.append('\\').append(Integer.toOctalString(0x200 | c).substring(1));
      } else if (isPrintable(c) || Character.isSurrogate(c)) {
        quoted.append(c);
      } else {
        quoted.append("\\u").append(hex(c, 4));
      }
    }
    return quoted.append('"').toString();
  }

  /** Returns a string literal of Java, or an array of some. */
  static String java(List<String> texts) {
    return texts.size() == 1
        ? java(texts.get(0))
        : texts.stream().map(Quoted::java).collect(Collectors.joining(", ", "{", "}"));
  }

  /** Returns text that is safe in a comment: what cannot be printed is replaced. */
  static String comment(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(c -> safe.appendCodePoint(isPrintable(c) ? c : 0xfffd));
    return safe.toString();
  }

  /** Returns text that is safe in a comment of Java, where a backslash may begin an escape. */
  static String javaComment(String text) {
    return comment(text).replace("\\", "\\\\");
  }

  private static boolean isPrintable(int c) {
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

  private static String hex(int c, int digits) {
    String hex = Integer.toHexString(c);
    return "0".repeat(digits - hex.length()) + hex;
  }
}
