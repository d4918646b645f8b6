package dev.ingest.naming;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form in which headers are compared: NFKC, white space of all kinds to one space, trimmed,
 * case folded.
 */
public final class NormalName {

  /** Made when it is first needed, which is rare: it takes 5 ms at a cold start. */
  private static final class Spaced {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\ufeff]+");
  }

  private NormalName() {}

  /** Returns the normal form. */
  public static String of(String name) {
    return isPlain(name) ? name.toLowerCase(Locale.ROOT) : normalised(name);
  }

  /** Letters of ASCII, digits and the like, with no space: most headers, and quickly told. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) <= ' ' || name.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String normalised(String name) {
    String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC);
    String spaced = Spaced.SPACES.matcher(compatible).replaceAll(" ").strip();
    return spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
