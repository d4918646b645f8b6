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

  private static final DecoderRegistry STANDARD = new DecoderRegistry(standardDecoders());

  private final Map<Class<?>, CellDecoder<?>> decoders;

  private DecoderRegistry(Map<Class<?>, CellDecoder<?>> decoders) {
    this.decoders = decoders;
  }

  /** Returns the registry of the catalogue's types; enums are found by themselves. */
  public static DecoderRegistry standard() {
    return STANDARD;
  }

  /** Returns a registry with one more type, or with another decoder for a type. */
  public <T> DecoderRegistry with(Class<T> type, CellDecoder<T> decoder) {
    Map<Class<?>, CellDecoder<?>> extended = new HashMap<>(decoders);
    extended.put(type, decoder);
    return new DecoderRegistry(Map.copyOf(extended));
  }

  /** Finds the decoder for a type; a primitive type is that of its box. */
  public Optional<CellDecoder<?>> find(Class<?> type) {
    CellDecoder<?> declared = decoders.get(type);
    if (declared == null && type.isEnum()) {
      return Optional.of(enumDecoder(type));
    }
    return Optional.ofNullable(declared);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the caller has checked that it is an enum
  private static CellDecoder<?> enumDecoder(Class<?> type) {
    return CellDecoders.enums((Class) type);
  }

  private static Map<Class<?>, CellDecoder<?>> standardDecoders() {
    Map<Class<?>, CellDecoder<?>> all = new HashMap<>();
    all.put(String.class, CellDecoders.text());
    all.put(double.class, CellDecoders.doubles());
    all.put(Double.class, CellDecoders.doubles());
    all.put(float.class, CellDecoders.floats());
    all.put(Float.class, CellDecoders.floats());
    all.put(long.class, CellDecoders.longs());
    all.put(Long.class, CellDecoders.longs());
    all.put(int.class, CellDecoders.integers());
    all.put(Integer.class, CellDecoders.integers());
    all.put(short.class, CellDecoders.shorts());
    all.put(Short.class, CellDecoders.shorts());
    all.put(byte.class, CellDecoders.bytes());
    all.put(Byte.class, CellDecoders.bytes());
    all.put(boolean.class, CellDecoders.booleans());
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
