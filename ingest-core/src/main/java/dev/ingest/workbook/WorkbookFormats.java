package dev.ingest.workbook;

import dev.ingest.workbook.WorkbookException.Reason;
import dev.ingest.workbook.xlsx.XlsxFormat;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the format that reads a source. */
final class WorkbookFormats {

  /** Asked first, without the service loader, which takes longer than a small workbook does. */
  private static final WorkbookFormat XLSX = new XlsxFormat();

  private WorkbookFormats() {}

  static Workbook open(WorkbookSource source, ReadOptions options) {
    try {
      return open(source.name(), source.open(), options);
    } catch (NoSuchFileException missing) {
      throw new WorkbookException(
          Reason.UNREADABLE,
          source.name() + ": expected a file, found none; check the path " + missing.getFile(),
          missing);
    } catch (IOException failure) {
      throw unreadable(source.name(), failure);
    }
  }

  private static Workbook open(String name, WorkbookBytes bytes, ReadOptions options)
      throws IOException {
    try {
      if (bytes.length() > options.limits().sourceBytes()) {
        throw ReadLimits.exceeded(
            name, "sourceBytes", options.limits().sourceBytes(), bytes.length());
      }
      FileKind kind = XLSX.identify(FileKind.sniff(bytes), name, bytes, options);
      if (XLSX.reads(kind)) {
        return XLSX.open(kind, name, bytes, options);
      }
      List<WorkbookFormat> others = others();
      for (WorkbookFormat format : others) {
        kind = format.identify(kind, name, bytes, options);
      }
      for (WorkbookFormat format : others) {
        if (format.reads(kind)) {
          return format.open(kind, name, bytes, options);
        }
      }
      throw refusal(name, kind);
    } catch (IOException | RuntimeException failure) {
      bytes.close();
      throw failure;
    }
  }

  private static List<WorkbookFormat> others() {
    List<WorkbookFormat> others = new ArrayList<>();
    for (WorkbookFormat format :
        ServiceLoader.load(WorkbookFormat.class, WorkbookFormat.class.getClassLoader())) {
      others.add(format);
    }
    return others;
  }

  private static WorkbookException refusal(String name, FileKind kind) {
    return new WorkbookException(
        kind.refusal(),
        "%s: expected an Excel workbook (.xlsx), found %s; %s"
            .formatted(name, kind.description(), kind.advice()));
  }

  static WorkbookException unreadable(String name, IOException failure) {
    return new WorkbookException(
        Reason.UNREADABLE,
        "%s: expected readable bytes, found %s".formatted(name, failure),
        failure);
  }
}
