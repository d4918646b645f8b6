package dev.ingest.row;

import dev.ingest.decode.DecoderRegistry;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds a record by plain reflection: looked up once per type, cheap at a cold start. */
final class RecordBinding<R> implements RowBinding<R> {

  private static final Object[] NO_ARGUMENTS = {};

  private final Constructor<R> constructor;
  private final Method[] accessors;
  private final boolean[] optional;
  private final boolean anyOptional;

  private RecordBinding(Constructor<R> constructor, RecordComponent[] components) {
    this.constructor = constructor;
    this.accessors = new Method[components.length];
    this.optional = new boolean[components.length];
    boolean any = false;
    for (int i = 0; i < components.length; i++) {
      accessors[i] = components[i].getAccessor();
      optional[i] = components[i].getType() == Optional.class;
      any |= optional[i];
    }
    this.anyOptional = any;
  }

  static <R> RecordBinding<R> of(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      RecordBinding<R> binding =
          new RecordBinding<>(type.getDeclaredConstructor(types), components);
      binding.open(type, binding.constructor);
      for (Method accessor : binding.accessors) {
        binding.open(type, accessor);
      }
      return binding;
    } catch (NoSuchMethodException impossible) {
      throw new LinkageError("a record has its canonical constructor", impossible);
    }
  }

  /** Refuses columns that do not fit the components one by one. */
  void check(Class<R> type, List<ColumnSchema<?>> columns) {
    boolean fit = columns.size() == accessors.length;
    for (int i = 0; fit && i < accessors.length; i++) {
      Class<?> component = DecoderRegistry.boxed(accessors[i].getReturnType());
      fit =
          optional[i]
              ? columns.get(i).nullable()
              : component.isAssignableFrom(columns.get(i).type());
    }
    if (!fit) {
      throw new IllegalArgumentException(
          "%s: expected one column for each component, of its type and in its order, found %s"
              .formatted(type.getName(), columns));
    }
  }

  private void open(Class<?> type, AccessibleObject member) {
    try {
      member.setAccessible(true);
    } catch (InaccessibleObjectException closed) {
      throw new IllegalArgumentException(
          "%s: expected an accessible record, found its package closed; add \"opens %s to dev.ingest.core\" to its module"
              .formatted(type.getName(), type.getPackageName()),
          closed);
    }
  }

  @Override
  public R row(@Nullable Object[] values) throws RowRefusedException {
    try {
      @Nullable Object[] arguments = anyOptional ? arguments(values) : values;
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException refused) {
      throw refusal(refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("the constructor is open and the record concrete", impossible);
    }
  }

  private @Nullable Object[] arguments(@Nullable Object[] values) {
    @Nullable Object[] arguments = new @Nullable Object[values.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = optional[i] ? Optional.ofNullable(values[i]) : values[i];
    }
    return arguments;
  }

  private static RowRefusedException refusal(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause == null) {
      return new RowRefusedException("refused without a reason");
    }
    String message = cause.getMessage();
    return new RowRefusedException(message == null ? cause.getClass().getSimpleName() : message);
  }

  @Override
  public @Nullable Object[] values(R row) {
    @Nullable Object[] values = new @Nullable Object[accessors.length];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = accessors[i].invoke(row, NO_ARGUMENTS);
      }
    } catch (InvocationTargetException thrown) {
      throw failed(row, thrown);
    } catch (IllegalAccessException impossible) {
      throw new LinkageError("the accessors are open", impossible);
    }
    for (int i = 0; anyOptional && i < values.length; i++) {
      if (optional[i] && values[i] instanceof Optional<?> box) {
        values[i] = box.orElse(null);
      }
    }
    return values;
  }

  @Override
  public @Nullable Object value(R row, int column) {
    try {
      Object value = accessors[column].invoke(row, NO_ARGUMENTS);
      return optional[column] ? ((Optional<?>) value).orElse(null) : value;
    } catch (InvocationTargetException thrown) {
      throw failed(row, thrown);
    } catch (IllegalAccessException impossible) {
      throw new LinkageError("the accessors are open", impossible);
    }
  }

  private static IllegalStateException failed(Object row, InvocationTargetException thrown) {
    return new IllegalStateException(
        "an accessor of " + row.getClass().getName() + " failed", thrown.getCause());
  }
}
