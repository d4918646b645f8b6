package dev.ingest.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;

/** All that names the YAML library: whoever writes JSON may leave it out. */
final class YamlText {

  private YamlText() {}

  static JsonFactory factory() {
    return new YAMLFactory();
  }

  /** Returns whether the parser stands at a reference to another value of the file. */
  static boolean isReference(JsonParser parser) {
    return parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
  }
}
