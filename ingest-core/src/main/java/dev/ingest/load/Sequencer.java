package dev.ingest.load;

/**
 * Compares the sequencers of S3's events. Of two of the same key the greater one is the later;
 * those of different keys say nothing of each other. Source: Amazon S3 User Guide, "Event message
 * structure": the shorter one is padded with zeros on the right, then they are compared as text.
 */
final class Sequencer {

  private Sequencer() {}

  static void check(String sequencer) {
    boolean sound = !sequencer.isEmpty();
    for (int i = 0; i < sequencer.length(); i++) {
      sound &= Character.digit(sequencer.charAt(i), 16) >= 0 && sequencer.charAt(i) < 128;
    }
    if (!sound) {
      throw new IllegalArgumentException(
          "sequencer: expected hexadecimal digits, found \"%s\"".formatted(sequencer));
    }
  }

  static int compare(String a, String b) {
    int length = Math.max(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      int order = Integer.compare(digit(a, i), digit(b, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int digit(String sequencer, int index) {
    return index < sequencer.length() ? Character.digit(sequencer.charAt(index), 16) : 0;
  }
}
