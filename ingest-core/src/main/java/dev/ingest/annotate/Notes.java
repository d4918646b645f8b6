package dev.ingest.annotate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The notes of a sheet: ECMA-376 Part 1, 18.7. Ours start with a mark, since LibreOffice keeps no
 * author. Where a person's note stands in a cell already, ours is put behind it.
 */
final class Notes {

  private static final String AUTHOR = "ingest";

  /** What our words start with, alone or behind a person's. */
  static final String MARK = "[ingest] ";

  /** The author of a thread, whose note is only its shadow. */
  private static final String THREAD = "tc=";

  private final String part;
  private final ItemList authors;
  private final ItemList notes;
  private final String p;

  /** Reads a comments part. */
  Notes(String part) {
    this.part = part;
    this.authors = ItemList.of(part, "authors");
    this.notes = ItemList.of(part, "commentList");
    this.p = notes.prefix();
  }

  /**
   * Returns a part without notes.
   *
   * @param space the namespace of the workbook
   */
  static String empty(String space) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\""
        + space
        + "\"><authors></authors><commentList></commentList></comments>";
  }

  boolean isEmpty() {
    return notes.size() == 0;
  }

  /** Takes our notes away and returns their cells, such as {@code C4}. */
  Set<String> removeOurs() {
    Set<String> cells = new LinkedHashSet<>();
    List<String> others = new ArrayList<>();
    for (String note : notes.all()) {
      NoteText text = note.contains(MARK) ? NoteText.of(note) : null;
      if (text != null && text.isOurs()) {
        cells.add(reference(note));
      } else {
        others.add(text == null ? note : text.theirs());
      }
    }
    notes.set(others);
    return cells;
  }

  private String author() {
    return "<%1$sauthor>%2$s</%1$sauthor>".formatted(p, AUTHOR);
  }

  private static String reference(String note) {
    return String.valueOf(Tags.attribute(note, "ref"));
  }

  /** Adds a note and returns whether its cell needs a drawing, since it had none. */
  boolean add(String cell, String text) {
    List<String> all = new ArrayList<>(notes.all());
    for (int i = 0; i < all.size(); i++) {
      if (reference(all.get(i)).equals(cell)) {
        all.set(i, isThread(all.get(i)) ? all.get(i) : withOurs(all.get(i), text));
        notes.set(all);
        return false;
      }
    }
    int author = authors.place(author());
    notes.place(
        "<%scomment ref=\"%s\" authorId=\"%s\"><%stext>%s</%stext></%scomment>"
            .formatted(p, cell, author, p, run(MARK + text), p, p));
    return true;
  }

  private String run(String text) {
    return "<%1$sr><%1$st xml:space=\"preserve\">%2$s</%1$st></%1$sr>"
        .formatted(p, Tags.escape(text));
  }

  private boolean isThread(String note) {
    int author = Tags.number(note, "authorId", -1);
    return author >= 0 && author < authors.size() && authors.get(author).contains(">" + THREAD);
  }

  /** Puts our words behind a person's; what is no run becomes one, since both may not be. */
  private String withOurs(String note, String text) {
    String ours = run("\n" + MARK + text);
    String close = "</" + p + "text>";
    int end = note.indexOf(close);
    int start = note.indexOf('>', note.indexOf("<" + p + "text")) + 1;
    if (end < 0) {
      return note; // an empty text: nobody's words
    }
    String theirs = note.substring(start, end);
    boolean plain =
        theirs.strip().startsWith("<" + p + "t>") || theirs.strip().startsWith("<" + p + "t ");
    String runs = plain ? "<%1$sr>%2$s</%1$sr>".formatted(p, theirs.strip()) : theirs;
    return note.substring(0, start) + runs + ours + note.substring(end);
  }

  /** Returns the part with the notes as they are now. */
  String part() {
    return notes.writeInto(authors.writeInto(part));
  }
}
