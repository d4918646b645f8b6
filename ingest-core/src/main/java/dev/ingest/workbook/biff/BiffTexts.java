package dev.ingest.workbook.biff;

import dev.ingest.workbook.ReadLimits;
import java.nio.charset.Charset;

/** Reads texts as a version of the format stores them: Unicode, or bytes of a code page. */
final class BiffTexts {

  private static final char REPLACEMENT = '\ufffd';

  private final boolean unicode;
  private final int codePage;
  private final ReadLimits limits;

  BiffTexts(boolean unicode, int codePage, ReadLimits limits) {
    this.unicode = unicode;
    this.codePage = codePage;
    this.limits = limits;
  }

  /** Reads the text at a place in the current record, whose length is one byte. */
  String brief(Records records, int at) {
    ContinuedRecord data = new ContinuedRecord(records, at);
    return read(records, data, data.u8());
  }

  /** Reads the text at a place in the current record, whose length is two bytes. */
  String read(Records records, int at) {
    ContinuedRecord data = new ContinuedRecord(records, at);
    return read(records, data, data.u16());
  }

  private String read(Records records, ContinuedRecord data, int count) {
    if (count > limits.textLength()) {
      throw ReadLimits.exceeded(records.where(), "textLength", limits.textLength());
    }
    if (unicode) {
      return count == 0 && !data.more() ? "" : data.unicode(count);
    }
    return decoded(records, data.bytes(count));
  }

  private String decoded(Records records, byte[] bytes) {
    Charset charset =
        CodePages.charset(codePage)
            .orElseThrow(
                () -> records.damaged("expected a known code page, found number " + codePage));
    String text = new String(bytes, charset);
    if (text.indexOf(REPLACEMENT) >= 0) {
      throw records.damaged("expected text of code page " + codePage + ", found other bytes");
    }
    return text;
  }
}
