package dev.ingest.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.workbook.ExcelError;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The class file says of annotations what reflection says. */
class ComponentAnnotationsTest {

  private static final List<Class<? extends Annotation>> ASKED =
      List.of(
          Nullable.class,
          Column.class,
          NullTokens.class,
          Lenient.class,
          FillMerged.class,
          OnCellError.class,
          OnCellError.List.class);

  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface Other {
    int number() default 0;

    Class<?> type() default Object.class;

    ElementType where() default ElementType.FIELD;

    Column[] columns() default {};
  }

  record Plain(String text, int number) {}

  record Marked(
      @Column(header = "A", aliases = "B") @FillMerged String text,
      @Lenient @Nullable Double value,
      @NullTokens({"-", "n/a"}) Optional<String> optional) {}

  @SuppressWarnings("ArrayRecordComponent") // annotated in two places
  record Deeper(
      @Nullable String[] elements,
      String @Nullable [] array,
      List<@Nullable String> list,
      @Nullable Map<String, ? extends @Nullable Object> map) {}

  record Others(
      @Other(number = 3, type = String.class, where = ElementType.TYPE, columns = @Column)
          @FillMerged
          String other,
      @Nullable String after) {}

  record Inner(ComponentAnnotationsTest.@Nullable Member member, @Lenient @Nullable Long value) {}

  @SuppressWarnings("ClassCanBeStatic") // its annotations stand elsewhere than a static one's
  class Member {}

  record Repeated(
      @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.NULL) @Nullable Double once,
      @OnCellError(value = ExcelError.NA, then = CellErrorPolicy.NULL)
          @OnCellError(
              value = {ExcelError.REF, ExcelError.NUM},
              then = CellErrorPolicy.REJECT)
          @Nullable Double twice,
      String never) {}

  record Constants(@Nullable String text) {
    static final long LONG = 1L << 40;
    static final double DOUBLE = 0.1;

    Runnable prints() {
      return () -> System.out.println(LONG + DOUBLE + text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Plain.class,
        Marked.class,
        Deeper.class,
        Others.class,
        Inner.class,
        Repeated.class,
        Constants.class
      })
  void theClassFileSaysWhatReflectionSays(Class<?> record) {
    assertThat(found(record, ComponentAnnotations.of(record)))
        .isEqualTo(found(record, ComponentAnnotations.byReflection()));
  }

  @Test
  void theClassFileIsUnderstoodAndNotPassedOver() throws Exception {
    assertThat(RecordClassFile.annotations(Marked.class))
        .hasSize(3)
        .hasEntrySatisfying(
            "value",
            found ->
                assertThat(found)
                    .containsExactlyInAnyOrder(
                        "Lorg/jspecify/annotations/Nullable;", "Ldev/ingest/row/Lenient;"));
    assertThat(RecordClassFile.annotations(Plain.class).values())
        .allMatch(found -> found.isEmpty());
    assertThat(RecordClassFile.annotations(Constants.class)).hasSize(1);
    assertThat(RecordClassFile.annotations(Others.class)).hasSize(2);
  }

  @Test
  void valuesComeWithTheAnnotation() {
    RecordComponent text = Marked.class.getRecordComponents()[0];
    Column column = ComponentAnnotations.of(Marked.class).get(text, Column.class);

    assertThat(column).isEqualTo(text.getAnnotation(Column.class)).isNotNull();
    assertThat(ComponentAnnotations.of(Marked.class).get(text, NullTokens.class)).isNull();
  }

  @Test
  void anAnnotationMayBeRepeated() {
    ComponentAnnotations annotations = ComponentAnnotations.of(Repeated.class);

    assertThat(Repeated.class.getRecordComponents())
        .extracting(
            component ->
                annotations.all(component, OnCellError.class, OnCellError.List.class).length)
        .containsExactly(1, 2, 0);
  }

  private static List<String> found(Class<?> record, ComponentAnnotations annotations) {
    List<String> found = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      for (Class<? extends Annotation> type : ASKED) {
        if (annotations.has(component, type)) {
          found.add(component.getName() + " " + type.getSimpleName());
        }
      }
    }
    return found;
  }
}
