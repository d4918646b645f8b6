package dev.ingest.page;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingest.decode.CellErrorPolicy;
import dev.ingest.decode.DayOrder;
import dev.ingest.decode.LengthUnit;
import dev.ingest.definition.NoFileFormException;
import dev.ingest.definition.PipelineFile;
import dev.ingest.load.LoadPlan;
import dev.ingest.page.PageTable.Row;
import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.AnchorRow;
import dev.ingest.row.CellRules;
import dev.ingest.row.ColumnBuilder;
import dev.ingest.row.ColumnSchema;
import dev.ingest.row.DuplicateRows;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.HiddenRows;
import dev.ingest.row.MissingColumn;
import dev.ingest.row.Policies;
import dev.ingest.row.RowCondition;
import dev.ingest.row.RowFilter;
import dev.ingest.row.RowRule;
import dev.ingest.row.RowSchema;
import dev.ingest.row.UnexpectedColumn;
import dev.ingest.workbook.ReadLimits;
import dev.ingest.workbook.SheetSelector;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Java and files say the same: each row of the page does, and no property of the model is without a
 * row.
 */
class JavaAndFilesPageTest {

  private static final String JAVA = allOf(0) + allOf(1) + allOf(2);

  private static String allOf(int cell) {
    return Stream.of(
            JavaAndFiles.COLUMNS, JavaAndFiles.POLICIES, JavaAndFiles.PLANS, JavaAndFiles.PIPELINES)
        .flatMap(List::stream)
        .filter(row -> row.cells().size() > cell)
        .map(row -> row.cells().get(cell))
        .collect(joining("\n"));
  }

  private static RowSchema<DynamicRow> schema(String file) {
    return PipelineFile.parse("page.yaml", file).schema();
  }

  @Test
  void columnsAreTheSameByAnnotationByBuilderAndInAFile() {
    List<RowSchema<?>> annotated = JavaAndFiles.annotated();
    List<RowSchema<?>> built = JavaAndFiles.built();

    for (int i = 0; i < JavaAndFiles.COLUMNS.size(); i++) {
      Row row = JavaAndFiles.COLUMNS.get(i);
      RowSchema<DynamicRow> file = schema(JavaAndFiles.columnFile(row));
      assertThat(file.columns()).as("%s", row).isEqualTo(built.get(i).columns());
      assertThat(annotated.get(i).columns()).as("%s", row).isEqualTo(built.get(i).columns());
      assertThat(file).hasToString(built.get(i).toString());
      assertThat(PipelineFile.text(annotated.get(i))).isEqualTo(PipelineFile.text(file));
    }
  }

  @Test
  void policiesAreTheSame() {
    List<RowSchema<?>> made = JavaAndFiles.policies();

    for (int i = 0; i < JavaAndFiles.POLICIES.size(); i++) {
      Row row = JavaAndFiles.POLICIES.get(i);
      RowSchema<DynamicRow> file = schema(JavaAndFiles.file(row));
      assertThat(file.policies()).as("%s", row).isEqualTo(made.get(i).policies());
      assertThat(file).hasToString(made.get(i).toString());
    }
  }

  @Test
  void pipelinesAreTheSame() {
    assertSame(JavaAndFiles.PLANS, JavaAndFiles.plans());
    assertSame(JavaAndFiles.PIPELINES, JavaAndFiles.pipelines());
  }

  private static void assertSame(List<Row> rows, List<Pipeline<?>> made) {
    for (int i = 0; i < rows.size(); i++) {
      Pipeline<?> java = made.get(i);
      if (JavaAndFiles.isCode(rows.get(i))) {
        assertThatThrownBy(() -> PipelineFile.text(java)).isInstanceOf(NoFileFormException.class);
      } else {
        Pipeline<DynamicRow> file = PipelineFile.parse("page.yaml", JavaAndFiles.file(rows.get(i)));
        assertThat(file).as("%s", rows.get(i)).hasToString(java.toString());
        assertThat(file.filters()).isEqualTo(java.filters());
        assertThat(PipelineFile.text(file)).isEqualTo(PipelineFile.text(java));
      }
    }
  }

  @Test
  void eachPropertyOfAColumnHasARow() throws ReflectiveOperationException {
    Set<String> properties = new TreeSet<>();
    Set<String> shown = new TreeSet<>();
    ColumnSchema<?> plain =
        RowSchema.builder().column("value", String.class).build().column("value");
    for (RowSchema<?> row : JavaAndFiles.built()) {
      ColumnSchema<?> column = row.column("value");
      compare(ColumnSchema.class, column, plain, properties, shown);
      compare(CellRules.class, column.rules(), plain.rules(), properties, shown);
    }
    properties.remove("name"); // each row has one

    assertThat(shown).isEqualTo(properties).hasSizeGreaterThan(20);
  }

  @Test
  void eachPropertyOfAPipelineHasARow() throws ReflectiveOperationException {
    Pipeline<?> plain = PipelineFile.parse("page.yaml", JavaAndFiles.plainFile());
    List<Pipeline<?>> all = new ArrayList<>(JavaAndFiles.pipelines());
    all.addAll(JavaAndFiles.plans());
    Set<String> properties = new TreeSet<>();
    Set<String> shown = new TreeSet<>();
    for (Pipeline<?> pipeline : all) {
      compare(Pipeline.class, pipeline, plain, properties, shown);
      compare(ReadLimits.class, pipeline.limits(), plain.limits(), properties, shown);
    }
    for (RowSchema<?> schema : JavaAndFiles.policies()) {
      compare(Policies.class, schema.policies(), Policies.strict(), properties, shown);
    }
    properties.removeAll(Set.of("name", "schema")); // the columns have a table of their own

    assertThat(shown).isEqualTo(properties).hasSizeGreaterThan(20);
  }

  /** Adds the properties of a model, and those in which a row differs from what says nothing. */
  private static void compare(
      Class<?> type, Object row, Object plain, Set<String> properties, Set<String> shown)
      throws ReflectiveOperationException {
    for (Method method : type.getDeclaredMethods()) {
      if (isProperty(method)) {
        properties.add(method.getName());
        if (!Objects.equals(text(method.invoke(row)), text(method.invoke(plain)))) {
          shown.add(method.getName());
        }
      }
    }
  }

  private static boolean isProperty(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && !method.isSynthetic()
        && method.getParameterCount() == 0
        && !Set.of("toString", "hashCode", "isPlain").contains(method.getName());
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  @Test
  void eachKindOfFilterRuleConditionAndPlanHasARow() {
    Set<Class<?>> shown = new HashSet<>();
    for (Pipeline<?> pipeline : JavaAndFiles.pipelines()) {
      pipeline.filters().forEach(filter -> shown.add(filter.getClass()));
      pipeline.rules().forEach(rule -> shown.addAll(kinds(rule)));
    }
    JavaAndFiles.plans().forEach(pipeline -> shown.add(pipeline.plan().getClass()));

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(RowFilter.class, RowRule.class, RowCondition.class, LoadPlan.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .toList());
  }

  private static List<Class<?>> kinds(RowRule rule) {
    if (rule instanceof RowRule.Skip skip) {
      return List.of(rule.getClass(), skip.when().getClass());
    }
    return rule instanceof RowRule.Stop stop
        ? List.of(rule.getClass(), stop.when().getClass())
        : List.of(rule.getClass());
  }

  @Test
  void eachWordOfABuilderHasARow() {
    for (Class<?> type : List.of(ColumnBuilder.class, Pipeline.Builder.class)) {
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())
            && !Set.of("build", "decoder").contains(method.getName())) {
          assertThat(JAVA).contains("." + method.getName() + "(");
        }
      }
    }
    for (Class<?> type : List.of(SheetSelector.class, RowFilter.class, RowCondition.class)) {
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers())) {
          assertThat(JAVA).contains("." + method.getName() + "(");
        }
      }
    }
  }

  @Test
  void eachAnnotationAndEachOfItsAttributesHasARow() throws IOException {
    List<Class<?>> annotations = annotations();

    assertThat(annotations).hasSizeGreaterThan(15);
    for (Class<?> annotation : annotations) {
      assertThat(JAVA).contains("@" + annotation.getSimpleName());
      for (Method attribute : annotation.getDeclaredMethods()) {
        if (!attribute.getName().equals("value")) {
          assertThat(JAVA)
              .containsPattern(
                  "@" + annotation.getSimpleName() + "\\([^|]*" + attribute.getName() + " = ");
        }
      }
    }
  }

  private static List<Class<?>> annotations() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target/classes/dev/ingest/row"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .<Class<?>>map(name -> type("dev.ingest.row." + name.replace(".class", "")))
          .filter(Annotation.class::isAssignableFrom)
          .toList();
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void eachPolicyHasARow() {
    for (Class<? extends Enum<?>> type :
        List.of(
            CellErrorPolicy.class,
            DayOrder.class,
            RoundingMode.class,
            LengthUnit.class,
            DuplicateRows.class,
            AnchorRow.class,
            MissingColumn.class,
            UnexpectedColumn.class,
            HiddenRows.class)) {
      for (Enum<?> constant : type.getEnumConstants()) {
        assertThat(JAVA).contains(type.getSimpleName() + "." + constant.name());
      }
    }
    for (RecordComponent policy : Policies.class.getRecordComponents()) {
      assertThat(JAVA).contains("with(" + policy.getType().getSimpleName() + ".");
    }
  }

  @Test
  void eachNameOfAFileHasARow() throws IOException {
    Set<String> names = new TreeSet<>();
    collect(new ObjectMapper().readTree(PipelineFile.jsonSchema()), names);
    String files = allOf(1) + allOf(3) + JavaAndFiles.plainFile();

    assertThat(names).hasSizeGreaterThan(70);
    for (String name : names) {
      assertThat(files).contains(name + ": ");
    }
  }

  /** Error values are data, not names. */
  private static void collect(JsonNode schema, Set<String> names) {
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (!property.getKey().startsWith("#")) {
                names.add(property.getKey());
              }
              collect(property.getValue(), names);
            });
    schema.path("oneOf").forEach(choice -> collect(choice, names));
    if (schema.has("items")) {
      collect(schema.get("items"), names);
    }
  }
}
