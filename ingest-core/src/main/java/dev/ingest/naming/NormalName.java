package dev.ingest.naming;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form in which headers are compared: NFKC, white space of all kinds to one space, trimmed,
 * case folded.
 */
public final class NormalName {

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\ufeff]+");

  private NormalName() {}

  /** Returns the normal form. */
  public static String of(String name) {
    String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC);
    String spaced = SPACES.matcher(compatible).replaceAll(" ").strip();
    return spaced.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
