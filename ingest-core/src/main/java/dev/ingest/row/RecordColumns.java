package dev.ingest.row;

import dev.ingest.decode.CellDecoder;
import dev.ingest.decode.DecoderRegistry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the columns off a record's components and their annotations. */
final class RecordColumns {

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(
          double.class, Double.class,
          float.class, Float.class,
          long.class, Long.class,
          int.class, Integer.class,
          short.class, Short.class,
          byte.class, Byte.class,
          boolean.class, Boolean.class);

  private final Class<?> record;
  private final DecoderRegistry decoders;
  private final ComponentAnnotations annotations;

  RecordColumns(Class<?> record, DecoderRegistry decoders) {
    this.record = record;
    this.decoders = decoders;
    this.annotations = ComponentAnnotations.of(record);
  }

  List<ColumnSchema<?>> all() {
    List<ColumnSchema<?>> columns = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      columns.add(column(component));
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(record.getName() + ": expected components, found none");
    }
    return columns;
  }

  private ColumnSchema<?> column(RecordComponent component) {
    Class<?> type = type(component);
    Optional<CellDecoder<?>> decoder = decoders.find(type);
    if (decoder.isEmpty()) {
      String expected = "a type with a decoder, found " + type.getName();
      throw refusal(component, expected + "; register one with DecoderRegistry.with");
    }
    return column(component, type, decoder.get());
  }

  @SuppressWarnings("unchecked") // the registry pairs each type with a decoder of that type
  private <T> ColumnSchema<T> column(
      RecordComponent component, Class<?> type, CellDecoder<?> found) {
    boolean nullable = isNullable(component);
    CellDecoder<T> decoder = (CellDecoder<T>) found;
    NullTokens tokens = annotations.get(component, NullTokens.class);
    if (tokens != null) {
      decoder = decoder.absentWhen(tokens.value());
    }
    boolean lenient = annotations.has(component, Lenient.class);
    if (lenient) {
      decoder = decoder.lenient();
    }
    if ((tokens != null || lenient) && !nullable) {
      throw refusal(
          component, "a nullable component, since an annotation makes nulls; add @Nullable");
    }
    Column names = annotations.get(component, Column.class);
    String name = component.getName();
    return new ColumnSchema<>(
        name,
        names == null || names.header().isEmpty() ? name : names.header(),
        names == null ? List.of() : List.of(names.aliases()),
        (Class<T>) boxed(type),
        nullable,
        decoder,
        annotations.has(component, FillMerged.class));
  }

  /** Returns the type of the values of a component: the box of a primitive type. */
  static Class<?> boxed(Class<?> type) {
    return BOXES.getOrDefault(type, type);
  }

  private boolean isNullable(RecordComponent component) {
    boolean annotated = annotations.has(component, Nullable.class);
    if (annotated && component.getType().isPrimitive()) {
      throw refusal(component, "a type that can be null, found a primitive; use its box");
    }
    return annotated || component.getType() == Optional.class;
  }

  private Class<?> type(RecordComponent component) {
    if (component.getType() != Optional.class) {
      return component.getType();
    }
    Type argument =
        component.getGenericType() instanceof ParameterizedType optional
            ? optional.getActualTypeArguments()[0]
            : Object.class;
    if (argument instanceof Class<?> type) {
      return type;
    }
    throw refusal(component, "an Optional of a plain type, found " + argument.getTypeName());
  }

  private IllegalArgumentException refusal(RecordComponent component, String expected) {
    return new IllegalArgumentException(
        "%s.%s: expected %s".formatted(record.getName(), component.getName(), expected));
  }
}
