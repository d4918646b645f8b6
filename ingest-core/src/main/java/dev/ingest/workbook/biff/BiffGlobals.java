package dev.ingest.workbook.biff;

import dev.ingest.workbook.DateSystem;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.Sheet.Visibility;
import dev.ingest.workbook.grid.DateStyles;
import dev.ingest.workbook.part.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what all sheets share: [MS-XLS] 2.1.7.20.3. */
final class BiffGlobals {

  /** References to sheets and styles have 16 bits: nothing can mean one past this. */
  private static final int MOST = 1 << 16;

  /**
   * A sheet of any kind.
   *
   * @param type 0 for worksheets and dialogs
   * @param at where its records start
   */
  record Entry(String name, Visibility visibility, int type, long at) {}

  private final Records records;
  private final ReadLimits limits;
  private final boolean unicode;
  private final DateStyles styles = new DateStyles();
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private int codePage = CodePages.WINDOWS_LATIN;
  private DateSystem dates = DateSystem.BASE_1900;
  private long strings = -1;

  private BiffGlobals(Records records, ReadLimits limits) {
    this.records = records;
    this.limits = limits;
    this.unicode = BiffVersion.read(records) == BiffVersion.BIFF8;
  }

  /** Reads from the start of the stream. */
  static BiffGlobals read(Records records, ReadLimits limits) {
    BiffGlobals globals = new BiffGlobals(records, limits);
    globals.read();
    return globals;
  }

  private void read() {
    while (records.next()) {
      if (records.id() == RecordId.EOF) {
        styles.end();
        return;
      }
      record();
    }
    throw records.damaged("expected the end of the globals, found the end of the stream");
  }

  private void record() {
    switch (records.id()) {
      case RecordId.CODEPAGE -> codePage = records.u16(0);
      case RecordId.DATE_1904 ->
          dates = records.u16(0) == 1 ? DateSystem.BASE_1904 : DateSystem.BASE_1900;
      case RecordId.BOUNDSHEET -> sheet();
      case RecordId.FORMAT -> {
        int id = records.u16(0);
        styles.format(id, unicode ? texts().read(records, 2) : texts().brief(records, 2));
      }
      case RecordId.XF -> {
        if (styles.count() < MOST) {
          styles.style(records.u16(2));
        }
      }
      case RecordId.SST -> strings = records.position();
      default -> {} // what changes no value
    }
  }

  private void sheet() {
    if (entries.size() == MOST) {
      throw records.damaged("expected at most " + MOST + " sheets, found more");
    }
    long at = records.u32(0);
    int state = records.u8(4) & 3;
    int type = records.u8(5);
    String name = texts().brief(records, 6);
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw records.damaged("expected each sheet name once, found " + Names.shown(name));
    }
    entries.add(new Entry(name, visibility(state), type, at));
  }

  private static Visibility visibility(int state) {
    return switch (state) {
      case 0 -> Visibility.VISIBLE;
      case 1 -> Visibility.HIDDEN;
      default -> Visibility.VERY_HIDDEN;
    };
  }

  List<Entry> entries() {
    return entries;
  }

  DateStyles styles() {
    return styles;
  }

  DateSystem dates() {
    return dates;
  }

  /** Returns how texts are stored. */
  BiffTexts texts() {
    return new BiffTexts(unicode, codePage, limits);
  }

  /** Returns where the shared strings start, or -1 if there are none. */
  long strings() {
    return strings;
  }
}
