package dev.ingest.workbook;

import dev.ingest.workbook.WorkbookException.Reason;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the format that reads a source. */
final class WorkbookFormats {

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
      List<WorkbookFormat> formats = formats();
      FileKind kind = FileKind.sniff(bytes);
      for (WorkbookFormat format : formats) {
        kind = format.identify(kind, name, bytes, options);
      }
      for (WorkbookFormat format : formats) {
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

  private static List<WorkbookFormat> formats() {
    List<WorkbookFormat> formats = new ArrayList<>();
    for (WorkbookFormat format :
        ServiceLoader.load(WorkbookFormat.class, WorkbookFormat.class.getClassLoader())) {
      formats.add(format);
    }
    return formats;
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
