package dev.ingest.row;

import dev.ingest.decode.DecoderRegistry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes the columns that a record's components and their annotations stand for. */
final class RecordColumns {

  private final Class<?> record;
  private final ComponentAnnotations annotations;

  RecordColumns(Class<?> record) {
    this.record = record;
    this.annotations = ComponentAnnotations.of(record);
  }

  /**
   * Makes the columns.
   *
   * @throws SchemaException if some make no sense
   */
  List<ColumnSchema<?>> built(DecoderRegistry decoders) {
    List<ColumnBuilder<?>> columns = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      columns.add(column(component));
    }
    return RowSchemaBuilder.built(record.getName(), columns, decoders);
  }

  private ColumnBuilder<?> column(RecordComponent component) {
    ColumnBuilder<?> column = new ColumnBuilder<>(component.getName(), type(component));
    boolean annotated = annotations.has(component, Nullable.class);
    if (annotated && component.getType().isPrimitive()) {
      column.mistake(
          "nullable", "expected a type that can be null, found a primitive; use its box");
    }
    if (annotated || component.getType() == Optional.class) {
      column.nullable();
    }
    new ComponentRules(component, annotations, column).add();
    if (isUntyped(component)) {
      column.mistake(
          "",
          "expected an Optional of a plain type, found "
              + component.getGenericType().getTypeName());
    }
    return column;
  }

  private static Class<?> type(RecordComponent component) {
    return component.getType() == Optional.class && argument(component) instanceof Class<?> type
        ? type
        : component.getType();
  }

  private static boolean isUntyped(RecordComponent component) {
    return component.getType() == Optional.class && !(argument(component) instanceof Class<?>);
  }

  private static @Nullable Type argument(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType optional
        ? optional.getActualTypeArguments()[0]
        : null;
  }
}
