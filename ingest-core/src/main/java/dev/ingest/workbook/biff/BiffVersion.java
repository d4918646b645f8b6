package dev.ingest.workbook.biff;

import dev.ingest.workbook.part.Damage;

/** The versions of the format that are read. */
enum BiffVersion {
  /** Excel 5 and 95, which is also called BIFF7. */
  BIFF5,
  /** Excel 97 to 2003. */
  BIFF8;

  private static final int GLOBALS = 0x0005;

  /** Reads the first record of a stream, which must begin the globals of a workbook. */
  static BiffVersion read(Records records) {
    if (!records.next()) {
      throw Damage.at(records.where(), "expected a workbook stream, found an empty one");
    }
    int id = records.id();
    if (id == 0x0009 || id == 0x0209 || id == 0x0409) {
      throw Damage.unsupported(
          records.where(),
          "expected a workbook of Excel 5 or later, found one of Excel 2-4;"
              + " open it in Excel and save it as .xlsx");
    }
    int version = id == RecordId.BOF ? records.u16(0) : 0;
    if (version != 0x0500 && version != 0x0600) {
      throw records.damaged(
          "expected version 1280 or 1536 of the records (BIFF5 or BIFF8), found " + version);
    }
    if (records.u16(2) != GLOBALS) {
      throw records.damaged("expected the globals of a workbook, found other records");
    }
    return version == 0x0500 ? BIFF5 : BIFF8;
  }
}
