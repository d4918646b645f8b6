package dev.ingest.annotate;

import java.io.StringReader;

/**
 * One note in two: a person's words, and ours behind them, from our mark at the start of a line to
 * the end. Another program may have put both into one run.
 *
 * @param theirs the note without our words
 * @param isOurs whether there are no others
 */
record NoteText(String theirs, boolean isOurs) {

  /** Parts a note. */
  static NoteText of(String note) {
    StringBuilder theirs = new StringBuilder();
    StringBuilder run = new StringBuilder();
    StringBuilder words = new StringBuilder();
    Markup xml = new Markup(new StringReader(note));
    boolean ours = false;
    boolean inRun = false;
    boolean inText = false;
    int written = 0;
    while (xml.next()) {
      inRun = inRun || xml.starts("r");
      inText = (inText || xml.starts("t")) && !xml.ends("t");
      String raw = xml.raw();
      if (inText && !ours && xml.kind() == Markup.Kind.TEXT) {
        String text = Tags.unescape(raw);
        int mark = mark(text, words.length() == 0);
        ours = mark >= 0;
        String kept = ours ? text.substring(0, mark) : text;
        words.append(kept);
        raw = ours ? Tags.escape(kept.stripTrailing()) : raw;
        written += raw.isBlank() ? 0 : 1;
      } else if (inText && ours && xml.kind() == Markup.Kind.TEXT) {
        raw = "";
      }
      (inRun ? run : theirs).append(raw);
      if (inRun && xml.ends("r")) {
        theirs.append(ours && written == 0 ? "" : run);
        run.setLength(0);
        written = 0;
        inRun = false;
      }
    }
    return new NoteText(theirs.toString(), words.toString().isBlank());
  }

  /** Returns where our mark starts a line, or -1. */
  private static int mark(String text, boolean first) {
    if (first && text.startsWith(Notes.MARK)) {
      return 0;
    }
    int at = text.indexOf("\n" + Notes.MARK);
    return at >= 0 ? at : -1;
  }
}
