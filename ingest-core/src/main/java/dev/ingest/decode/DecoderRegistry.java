package dev.ingest.decode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which decoder reads which type. Immutable. */
public final class DecoderRegistry {

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(
          double.class, Double.class,
          float.class, Float.class,
          long.class, Long.class,
          int.class, Integer.class,
          short.class, Short.class,
          byte.class, Byte.class,
          boolean.class, Boolean.class);

  private static final DecoderRegistry STANDARD = new DecoderRegistry(standardDecoders());

  private final Map<Class<?>, CellDecoder<?>> decoders;

  private DecoderRegistry(Map<Class<?>, CellDecoder<?>> decoders) {
    this.decoders = decoders;
  }

  /** Returns the registry of the catalogue's types; enums are found by themselves. */
  public static DecoderRegistry standard() {
    return STANDARD;
  }

  /**
   * Returns a registry with one more type, or with another decoder for a type. A primitive type and
   * its box have one decoder, whichever of them it was registered for.
   */
  public <T> DecoderRegistry with(Class<T> type, CellDecoder<T> decoder) {
    Map<Class<?>, CellDecoder<?>> extended = new HashMap<>(decoders);
    extended.put(boxed(type), decoder);
    return new DecoderRegistry(Map.copyOf(extended));
  }

  /** Finds the decoder for a type; a primitive type is that of its box. */
  public Optional<CellDecoder<?>> find(Class<?> type) {
    CellDecoder<?> declared = decoders.get(boxed(type));
    if (declared == null && type.isEnum()) {
      return Optional.of(enumDecoder(type));
    }
    return Optional.ofNullable(declared);
  }

  /** Returns the type of a primitive type's values as objects; another type as it is. */
  public static Class<?> boxed(Class<?> type) {
    return BOXES.getOrDefault(type, type);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the caller has checked that it is an enum
  private static CellDecoder<?> enumDecoder(Class<?> type) {
    return CellDecoders.enums((Class) type);
  }

  private static Map<Class<?>, CellDecoder<?>> standardDecoders() {
    Map<Class<?>, CellDecoder<?>> all = new HashMap<>();
    all.put(String.class, CellDecoders.text());
    all.put(Double.class, CellDecoders.doubles());
    all.put(Float.class, CellDecoders.floats());
    all.put(Long.class, CellDecoders.longs());
    all.put(Integer.class, CellDecoders.integers());
    all.put(Short.class, CellDecoders.shorts());
    all.put(Byte.class, CellDecoders.bytes());
    all.put(Boolean.class, CellDecoders.booleans());
    all.put(BigInteger.class, CellDecoders.bigIntegers());
    all.put(BigDecimal.class, CellDecoders.decimals());
    all.put(LocalDate.class, CellDecoders.dates());
    all.put(LocalDateTime.class, CellDecoders.dateTimes());
    all.put(LocalTime.class, CellDecoders.times());
    all.put(Duration.class, CellDecoders.durations());
    return Map.copyOf(all);
  }
}
