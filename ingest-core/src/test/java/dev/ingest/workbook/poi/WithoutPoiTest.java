package dev.ingest.workbook.poi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.SheetText;
import dev.ingest.workbook.Workbook;
import dev.ingest.workbook.biff.XlsBuilder;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** POI may be left out, and is not loaded before it is needed. */
class WithoutPoiTest {

  private static final String ADVICE = ", found none; add the dependency org.apache.poi:poi:5.5.1";

  /** Loads the classes of this module afresh, and those of POI as it is told; keeps their names. */
  private static final class FreshClasses extends URLClassLoader {

    private final boolean poi;
    private final List<String> ofPoi = new ArrayList<>();

    FreshClasses(boolean poi, URL... places) {
      super(places, WithoutPoiTest.class.getClassLoader());
      this.poi = poi;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.apache.")) {
        ofPoi.add(name);
        if (!poi) {
          throw new ClassNotFoundException(name);
        }
      }
      if (!name.startsWith("dev.ingest.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : findClass(name);
      }
    }

    /** Reads the first sheet of a workbook, or returns the message of its refusal. */
    String read(byte[] workbook) throws ReflectiveOperationException {
      Class<?> sheetText = loadClass(SheetText.class.getName());
      try {
        return (String) sheetText.getMethod("of", byte[].class).invoke(null, (Object) workbook);
      } catch (InvocationTargetException refused) {
        return refused.getCause().getClass().getSimpleName()
            + ": "
            + refused.getCause().getMessage();
      }
    }
  }

  @Test
  void readingAnXlsxLoadsNoClassOfPoi() throws Exception {
    byte[] xlsx = WorkbookBuilder.workbook().sheet("data").row(1).bytes();

    try (FreshClasses classes = fresh(true)) {
      assertThat(classes.read(xlsx)).isEqualTo("A1 1");
      assertThat(classes.ofPoi).isEmpty();
      assertThat(classes.read(xls())).isEqualTo("A1 8");
      assertThat(classes.ofPoi).as("the same way shows them where they are loaded").isNotEmpty();
    }
  }

  @Test
  void withoutPoiAnXlsxIsRead() throws Exception {
    byte[] xlsx = WorkbookBuilder.workbook().sheet("data").row(1).bytes();

    try (FreshClasses classes = fresh(false)) {
      assertThat(classes.read(xlsx)).isEqualTo("A1 1");
    }
  }

  @Test
  void withoutPoiAnXlsSaysWhatIsMissing() throws Exception {
    try (FreshClasses classes = fresh(false)) {
      assertThat(classes.read(xls()))
          .isEqualTo(
              "WorkbookException: book.xlsx: expected Apache POI for reading an Excel 97-2003"
                  + " workbook (.xls)"
                  + ADVICE);
    }
  }

  @Test
  void withoutPoiAnEncryptedWorkbookSaysWhatIsMissing() throws Exception {
    byte[] encrypted = XlsBuilder.container("EncryptedPackage", new byte[5000]);

    try (FreshClasses classes = fresh(false)) {
      assertThat(classes.read(encrypted))
          .isEqualTo(
              "WorkbookException: book.xlsx: expected Apache POI for reading a password-protected"
                  + " workbook"
                  + ADVICE);
    }
  }

  @Test
  void withoutPoiOtherFilesAreNamedAllTheSame() throws Exception {
    byte[] word = XlsBuilder.container("WordDocument", new byte[5000]);

    try (FreshClasses classes = fresh(false)) {
      assertThat(classes.read(word))
          .isEqualTo(
              "WorkbookException: book.xlsx: expected an Excel workbook (.xlsx), found a Word"
                  + " document; ask the sender for the workbook itself");
    }
  }

  private static byte[] xls() {
    XlsBuilder book = XlsBuilder.biff8();
    book.sheet("data").number(0, 0, 8).record(0x000a, new byte[0]);
    return book.xls();
  }

  private static FreshClasses fresh(boolean poi) {
    return new FreshClasses(poi, place(Workbook.class), place(WithoutPoiTest.class));
  }

  private static URL place(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
