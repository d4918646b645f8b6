package dev.ingest.row;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.workbook.ExcelError;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what becomes of an error value, for that error alone; it holds even where the component is
 * {@link Lenient}. Other errors are problems of their rows.
 *
 * <pre>{@code
 * @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.NULL)
 * @OnCellError(value = ExcelError.REF, then = CellErrorPolicy.FAIL_FILE)
 * @Nullable Double share
 * }</pre>
 */
@Documented
@Repeatable(OnCellError.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OnCellError {

  /** The errors. */
  ExcelError[] value();

  /** What becomes of them. {@link CellErrorPolicy#NULL} needs a nullable component. */
  CellErrorPolicy then();

  /** Several of them; the compiler puts it in. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface List {

    /** The annotations, in the order they were written. */
    OnCellError[] value();
  }
}
