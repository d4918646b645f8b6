package dev.ingest.annotate;

import dev.ingest.annotate.Links.Link;
import dev.ingest.annotate.SheetEdit.NotesReference;
import dev.ingest.problem.Problem;
import dev.ingest.workbook.CellAddress;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The notes of one sheet and their drawing, in their parts: ours go and come, others stay. */
final class SheetNotes {

  private final PackageEdit parts;
  private final WorkbookText workbook;
  private final String types;
  private final Links links;
  private final ContentTypes contents;
  private final Optional<Link> comments;
  private final Optional<Link> drawing;

  /**
   * Opens them.
   *
   * @param types what the types of relationships start with
   * @param drawing the relationship of the sheet's drawing of notes, or null
   */
  SheetNotes(
      PackageEdit parts,
      WorkbookText workbook,
      String types,
      String sheet,
      @Nullable String drawing) {
    this.parts = parts;
    this.workbook = workbook;
    this.types = types;
    this.links = Links.of(parts, sheet);
    this.contents = new ContentTypes(parts);
    this.comments = links.byKind("comments");
    this.drawing = drawing == null ? Optional.empty() : links.byId(drawing);
  }

  /**
   * Takes our earlier notes away, adds those of these cells, and says what the sheet is to name.
   */
  NotesReference update(NavigableMap<Integer, NavigableMap<Integer, List<Problem>>> cells) {
    if (comments.isEmpty() && cells.isEmpty()) {
      return new NotesReference(true, null, workbook.isStrict());
    }
    Notes notes =
        new Notes(
            comments.isPresent()
                ? parts.text(comments.get().target())
                : Notes.empty(workbook.space()));
    NoteShapes shapes =
        new NoteShapes(
            drawing.isPresent() ? parts.text(drawing.get().target()) : NoteShapes.empty());
    Set<String> removed = notes.removeOurs();
    if (!removed.isEmpty()) {
      shapes.remove(removed);
    }
    cells.forEach(
        (row, of) ->
            of.forEach(
                (column, problems) -> {
                  String cell = CellAddress.columnName(column) + row;
                  if (notes.add(cell, words(problems))) {
                    shapes.add(row, column);
                  }
                }));
    return write(notes, shapes);
  }

  private static String words(List<Problem> problems) {
    return problems.stream()
        .map(p -> p.hint().isEmpty() ? p.message() : p.message() + "\n" + p.hint())
        .collect(Collectors.joining("\n"));
  }

  private NotesReference write(Notes notes, NoteShapes shapes) {
    if (notes.isEmpty()) {
      comments.ifPresent(this::remove);
    } else if (comments.isPresent()) {
      parts.put(comments.get().target(), notes.part());
    } else {
      String part = parts.freeName("xl/comments%s.xml");
      parts.put(part, notes.part());
      links.add(types + "comments", part);
      contents.add(part, ContentTypes.COMMENTS);
    }
    boolean strict = workbook.isStrict();
    if (shapes.isEmpty() && drawing.isPresent()) {
      remove(drawing.get());
      return new NotesReference(false, null, strict);
    }
    if (drawing.isPresent()) {
      parts.put(drawing.get().target(), shapes.part());
    } else if (!shapes.isEmpty()) {
      String part = parts.freeName("xl/drawings/vmlDrawing%s.vml");
      parts.put(part, shapes.part());
      contents.addDrawings();
      return new NotesReference(true, links.add(types + "vmlDrawing", part), strict);
    }
    return new NotesReference(true, null, strict);
  }

  private void remove(Link link) {
    parts.remove(link.target());
    links.remove(link.id());
    contents.remove(link.target());
  }
}
