package dev.ingest.row;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The annotations of a record's components. Which there are is read from the class file: reflection
 * makes a class for each kind that it meets, which at a cold start takes longer than to read a
 * small workbook. Where there is no class file, and for the values, it is asked all the same.
 */
final class ComponentAnnotations {

  private static final Set<String> FLAGS =
      Set.of(
          Nullable.class.descriptorString(),
          Lenient.class.descriptorString(),
          FillMerged.class.descriptorString(),
          Sensitive.class.descriptorString(),
          TruncateTime.class.descriptorString());

  private final @Nullable Map<String, Set<String>> descriptors;

  private ComponentAnnotations(@Nullable Map<String, Set<String>> descriptors) {
    this.descriptors = descriptors;
  }

  static ComponentAnnotations of(Class<?> record) {
    try {
      return new ComponentAnnotations(RecordClassFile.annotations(record));
    } catch (IOException unreadable) {
      return byReflection();
    }
  }

  /** Those of any record, asked of reflection. */
  static ComponentAnnotations byReflection() {
    return new ComponentAnnotations(null);
  }

  /** Returns whether a component may carry an annotation that says more than that it is there. */
  boolean mayHaveValues(RecordComponent component) {
    Set<String> found = descriptors == null ? null : descriptors.get(component.getName());
    return found == null || !FLAGS.containsAll(found);
  }

  /** Returns whether a component, or its type, carries an annotation. */
  boolean has(RecordComponent component, Class<? extends Annotation> type) {
    Set<String> found = descriptors == null ? null : descriptors.get(component.getName());
    return found == null
        ? component.isAnnotationPresent(type)
            || component.getAnnotatedType().isAnnotationPresent(type)
        : found.contains(type.descriptorString());
  }

  /** Returns an annotation of a component with its values, or null. */
  <A extends Annotation> @Nullable A get(RecordComponent component, Class<A> type) {
    return has(component, type) ? component.getAnnotation(type) : null;
  }

  /** Returns the annotations of a component that may carry several of a type. */
  <A extends Annotation> A[] all(
      RecordComponent component, Class<A> type, Class<? extends Annotation> container) {
    return has(component, type) || has(component, container)
        ? component.getAnnotationsByType(type)
        : none(type);
  }

  @SuppressWarnings("unchecked") // an array of a class is of that class
  private static <A> A[] none(Class<A> type) {
    return (A[]) Array.newInstance(type, 0);
  }
}
