package dev.ingest.definition;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ingest.workbook.ExcelError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published schema and the reader say the same, name for name. */
class PipelineSchemaTest {

  private static final String UNKNOWN = "zzzzzzzz";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(PipelineFile.jsonSchema());

  /** The reader lists the names it knows where it finds another. */
  @Test
  void theReaderKnowsTheNamesOfTheSchemaInEachSection() throws IOException {
    JsonNode file = new YAMLMapper().readTree(Definitions.full());
    addUnknownNames(file);
    DefinitionException refusal =
        catchThrowableOfType(
            DefinitionException.class,
            () -> PipelineFile.parse("full.json", JSON.writeValueAsString(file)));

    Map<String, Set<String>> read = new TreeMap<>();
    for (DefinitionMistake mistake : refusal.mistakes()) {
      if (mistake.path().endsWith(UNKNOWN) && !isOfValues(mistake.path())) {
        read.put(section(mistake.path()), names(mistake.message()));
      }
    }
    Map<String, Set<String>> described = new TreeMap<>();
    describe("", JSON.readTree(PipelineFile.jsonSchema()), described);
    Set<String> errors = described.remove("columns[].onError.");

    assertThat(read).isEqualTo(described).hasSize(24);
    assertThat(errors)
        .isEqualTo(
            Arrays.stream(ExcelError.values())
                .map(ExcelError::code)
                .collect(toCollection(TreeSet::new)));
  }

  /** There, the names are error values and columns. */
  private static boolean isOfValues(String path) {
    return path.contains("onError") || path.contains("maxNullShare");
  }

  private static void addUnknownNames(JsonNode node) {
    List<JsonNode> children = new ArrayList<>();
    node.forEach(children::add);
    children.forEach(PipelineSchemaTest::addUnknownNames);
    if (node instanceof ObjectNode object) {
      object.put(UNKNOWN, 1);
    }
  }

  private static String section(String path) {
    return path.replaceAll("\\[\\d+]", "[]").replace(UNKNOWN, "");
  }

  private static Set<String> names(String message) {
    String start = "expected one of the names ";
    assertThat(message).startsWith(start);
    return new TreeSet<>(
        List.of(message.substring(start.length(), message.indexOf(", found")).split(", ")));
  }

  private static void describe(String path, JsonNode schema, Map<String, Set<String>> described) {
    if (schema.has("properties")) {
      Set<String> names = new TreeSet<>();
      schema
          .get("properties")
          .properties()
          .forEach(
              property -> {
                names.add(property.getKey());
                describe(path + property.getKey() + ".", property.getValue(), described);
              });
      described.put(path, names);
    }
    schema.path("oneOf").forEach(choice -> describe(path, choice, described));
    if (schema.has("items")) {
      String item = path.substring(0, Math.max(0, path.length() - 1)) + "[].";
      describe(item, schema.get("items"), described);
    }
  }

  @Test
  void theWordsOfTheSchemaAreTheReaders() throws IOException {
    JsonNode column = JSON.readTree(PipelineFile.jsonSchema()).at("/properties/columns/items");

    List<String> types = new ArrayList<>();
    column.at("/properties/type/enum").forEach(type -> types.add(type.asText()));
    assertThat(types).containsExactlyElementsOf(ColumnType.byName().keySet());
  }

  @Test
  void whatTheReaderTakesIsDescribed() throws IOException {
    assertDescribed(Definitions.metrics());
    assertDescribed(Definitions.full());
  }

  private static void assertDescribed(String yaml) throws IOException {
    assertThat(PipelineFile.parse("pipeline.yaml", yaml).schema().columns()).isNotEmpty();
    assertThat(SCHEMA.validate(new YAMLMapper().readTree(yaml))).isEmpty();
  }

  /** A schema that takes anything would describe all of this as well. */
  @Test
  void whatTheReaderRefusesIsNotDescribed() throws IOException {
    for (String odd :
        List.of(
            "nmae: a",
            "hiddenRows: hide",
            "sheet: { position: 0 }",
            "filters: [{}]",
            "load: { table: t }",
            "load: { table: t, append: true, guards: { minRows: -1 } }",
            "load: { table: t, append: true, guards: { maxShrink: 20 } }",
            "load: { table: t, append: true, guards: { maxNullShare: {} } }",
            "rejects: {}",
            "rejects: { rows: -1 }",
            "rejects: { share: 20 }",
            "limits: { rows: 0 }")) {
      String name = odd.substring(0, odd.indexOf(':'));
      String yaml = Definitions.metrics().replaceAll("(?m)^" + name + ":.*(\\n .*)*", "") + odd;

      assertThat(SCHEMA.validate(new YAMLMapper().readTree(yaml))).as(odd).isNotEmpty();
      assertThat(
              catchThrowableOfType(DefinitionException.class, () -> PipelineFile.parse("p", yaml)))
          .as(odd)
          .isNotNull();
    }
  }

  /** The page has a row for each name, with the schema's own words. */
  @Test
  void thePageListsWhatTheSchemaDescribes() throws IOException {
    StringBuilder table = new StringBuilder("| name | |\n|---|---|\n");
    list("", JSON.readTree(PipelineFile.jsonSchema()), table);
    Path page = Path.of("").toAbsolutePath().getParent().resolve("docs/pipeline-file.md");

    assertThat(Files.readString(page)).contains(table);
  }

  private static void list(String path, JsonNode schema, StringBuilder table) {
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode described = property.getValue();
              if (!property.getKey().startsWith("#")) {
                table
                    .append("| `")
                    .append(path)
                    .append(property.getKey())
                    .append("` | ")
                    .append(sentence(schema, property.getKey(), described))
                    .append(" |\n");
              }
              list(path + property.getKey() + ".", described, table);
            });
    schema.path("oneOf").forEach(choice -> list(path, choice, table));
    if (schema.has("items")) {
      list(path.substring(0, path.length() - 1) + "[].", schema.get("items"), table);
    }
  }

  private static String sentence(JsonNode section, String name, JsonNode described) {
    StringBuilder text = new StringBuilder(described.path("description").asText());
    section
        .path("required")
        .forEach(other -> text.append(other.asText().equals(name) ? " Required." : ""));
    if (described.has("enum")) {
      List<String> words = new ArrayList<>();
      described.get("enum").forEach(word -> words.add("`" + word.asText() + "`"));
      text.append(" One of ").append(words.stream().distinct().collect(joining(", "))).append('.');
    }
    if (described.has("default") && !described.get("default").isBoolean()) {
      text.append(" Default: `").append(described.get("default").asText()).append("`.");
    }
    return text.toString();
  }
}
