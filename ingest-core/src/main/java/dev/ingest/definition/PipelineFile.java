package dev.ingest.definition;

import dev.ingest.pipeline.Pipeline;
import dev.ingest.row.DynamicRow;
import dev.ingest.row.RowSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pipeline from a file, for those who write no Java, and writes one that was built in Java.
 * The file is JSON if its name ends in {@code .json}, and YAML if not; what it may say is described
 * by {@link #jsonSchema()}. Strict: a name that is not known is a mistake, and nothing is guessed.
 * All mistakes of a file are told at once, each with its path and place.
 *
 * <p>YAML needs {@code com.fasterxml.jackson.dataformat:jackson-dataformat-yaml}.
 */
public final class PipelineFile {

  private static final long MOST_BYTES = 1 << 20;

  private PipelineFile() {}

  /**
   * Reads a file in UTF-8.
   *
   * @throws DefinitionException if it makes no sense; it tells all that is wrong
   * @throws IllegalArgumentException if there is no such file
   * @throws UncheckedIOException if it cannot be read
   */
  public static Pipeline<DynamicRow> read(Path file) {
    String name = file.toString();
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw refusal(name, "expected at most %s bytes, found more".formatted(MOST_BYTES));
      }
      return parse(name, Files.readString(file));
    } catch (NoSuchFileException none) {
      throw new IllegalArgumentException(
          name + ": expected a pipeline's file, found none; check its path", none);
    } catch (CharacterCodingException other) {
      throw refusal(name, "expected text in UTF-8, found other bytes; save it as UTF-8");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static DefinitionException refusal(String name, String message) {
    return new DefinitionException(name, List.of(new DefinitionMistake("", 1, 1, message)));
  }

  /**
   * Reads a text.
   *
   * @param name of the file, for messages; {@code .json} at its end says that it is JSON
   * @throws DefinitionException if it makes no sense; it tells all that is wrong
   * @throws IllegalArgumentException if it is YAML, and the library for that is left out
   */
  public static Pipeline<DynamicRow> parse(String name, String text) {
    Mistakes mistakes = new Mistakes();
    boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
    Node root = root(name, text.startsWith("\ufeff") ? text.substring(1) : text, json, mistakes);
    Pipeline<DynamicRow> pipeline = root == null ? null : pipeline(root, mistakes);
    if (pipeline == null) {
      throw mistakes.refusal(name);
    }
    return pipeline;
  }

  private static @Nullable Node root(String name, String text, boolean json, Mistakes mistakes) {
    try {
      return NodeParser.parse(text, json, mistakes);
    } catch (NoClassDefFoundError missing) { // may be left out by whoever writes JSON
      throw new IllegalArgumentException(
          name
              + ": expected Jackson's YAML to read a pipeline with, found none; add the dependency"
              + " com.fasterxml.jackson.dataformat:jackson-dataformat-yaml, or write the file as"
              + " JSON",
          missing);
    }
  }

  private static @Nullable Pipeline<DynamicRow> pipeline(Node root, Mistakes mistakes) {
    Fields fields = new Value(root, "", mistakes).fields();
    return fields == null ? null : new PipelineReader(fields).read();
  }

  /**
   * Writes a pipeline as a file in YAML, from which the same pipeline is read: the same columns,
   * rules, filters, sheet and plan. Rows read by it are {@link DynamicRow}s, whatever the type of
   * this pipeline's rows is; what a record's constructor checks is code, and not in the file.
   *
   * @throws NoFileFormException if the pipeline holds what no file can say; it tells all of that
   */
  public static String text(Pipeline<?> pipeline) {
    return PipelineWriter.write(pipeline);
  }

  /**
   * Writes the sections {@code header}, {@code hiddenRows} and {@code columns} of a file for a
   * schema, such as that of a record.
   *
   * @throws NoFileFormException if the schema holds what no file can say; it tells all of that
   */
  public static String text(RowSchema<?> schema) {
    return PipelineWriter.write(schema);
  }

  /**
   * Returns the published JSON Schema (draft 2020-12) of these files, which stands beside this
   * class: {@code dev/ingest/definition/pipeline.schema.json}.
   */
  public static String jsonSchema() {
    try (InputStream stream =
        Objects.requireNonNull(PipelineFile.class.getResourceAsStream("pipeline.schema.json"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
