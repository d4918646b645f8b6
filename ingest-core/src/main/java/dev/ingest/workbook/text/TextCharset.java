package dev.ingest.workbook.text;

import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.WorkbookException;
import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The charset of a text: the declared one, else that of the byte order mark, else UTF-8. It is
 * decoded strictly, so that a wrong one is an error and never garbage.
 *
 * @param mark how many bytes of a byte order mark stand before the text
 * @param origin why this charset, for messages
 * @param advice what to do where the bytes are none of this charset
 */
record TextCharset(Charset charset, int mark, String origin, String advice) {

  private record Mark(Charset charset, String bytes) {}

  private static final List<Mark> MARKS =
      List.of(
          new Mark(StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
          new Mark(StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
          new Mark(StandardCharsets.UTF_16BE, "\u00fe\u00ff"));

  private static final String DECLARE =
      "declare the charset that the file has with ReadOptions.withCharset, windows-1252 for example";

  /**
   * Finds the charset.
   *
   * @throws WorkbookException if the declared one and the byte order mark contradict each other
   */
  static TextCharset of(String name, WorkbookBytes bytes, Optional<Charset> declared)
      throws IOException {
    byte[] bytesOfHead = new byte[3];
    int length = bytes.read(0, bytesOfHead, 0, bytesOfHead.length);
    String head = new String(bytesOfHead, 0, length, StandardCharsets.ISO_8859_1);
    for (Mark mark : MARKS) {
      if (head.startsWith(mark.bytes)) {
        refuseOther(name, mark.charset, declared);
        return new TextCharset(
            mark.charset, mark.bytes.length(), " as its byte order mark says", "save it again");
      }
    }
    return declared
        .map(charset -> new TextCharset(charset, 0, " as declared", DECLARE))
        .orElseGet(() -> new TextCharset(StandardCharsets.UTF_8, 0, "", DECLARE));
  }

  private static void refuseOther(String name, Charset marked, Optional<Charset> declared) {
    if (declared.isPresent()
        && !marked.equals(declared.get())
        && !(declared.get().equals(StandardCharsets.UTF_16)
            && !marked.equals(StandardCharsets.UTF_8))) {
      throw new WorkbookException(
          Reason.DAMAGED,
          "%s: expected %s as declared, found the byte order mark of %s; declare no charset, or that one"
              .formatted(name, declared.get(), marked));
    }
  }
}
