package dev.ingest.proposal;

import dev.ingest.naming.YamlScalar;
import java.util.List;
import java.util.stream.Collectors;

/** Text as Java and comments take it, whatever is in it. */
final class Quoted {

  private Quoted() {}

  /** Returns a string literal of Java. */
  static String java(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') { // an escape by number would be a line's end to the compiler
        quoted.append('\\').append(Integer.toOctalString(0x200 | c).substring(1));
      } else if (YamlScalar.isPrintable(c) || Character.isSurrogate(c)) {
        quoted.append(c);
      } else {
        quoted.append("\\u").append(hex(c));
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
    text.codePoints().forEach(c -> safe.appendCodePoint(YamlScalar.isPrintable(c) ? c : 0xfffd));
    return safe.toString();
  }

  /** Returns text that is safe in a comment of Java, where a backslash may begin an escape. */
  static String javaComment(String text) {
    return comment(text).replace("\\", "\\\\");
  }

  private static String hex(int c) {
    String hex = Integer.toHexString(c);
    return "0".repeat(4 - hex.length()) + hex;
  }
}
