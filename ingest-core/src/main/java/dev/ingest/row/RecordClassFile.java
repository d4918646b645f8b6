package dev.ingest.row;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record's class file as far as the annotations of its components: The Java Virtual Machine
 * Specification, 4.1 (the file), 4.4 (constants), 4.7.16 and 4.7.20 (annotations), 4.7.30
 * (records).
 */
final class RecordClassFile {

  private static final int NESTED_TYPE = 1;

  private final DataInputStream in;
  private final Map<String, Set<String>> components = new HashMap<>();
  private @Nullable String[] texts = {};

  private RecordClassFile(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /**
   * Returns the descriptors of the annotations of each component and of its type, by its name.
   *
   * @throws IOException if there is no class file, or one that is not understood
   */
  static Map<String, Set<String>> annotations(Class<?> record) throws IOException {
    String name = record.getName();
    String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
    try (InputStream in = record.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("no class file of " + name);
      }
      RecordClassFile read = new RecordClassFile(new BufferedInputStream(in));
      read.file();
      return read.components;
    }
  }

  private void file() throws IOException {
    in.skipNBytes(8); // magic number and version
    constants();
    in.skipNBytes(6); // flags, this class and the one above it
    in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
    members();
    members();
    attributes("");
  }

  private void constants() throws IOException {
    texts = new @Nullable String[in.readUnsignedShort()];
    for (int i = 1; i < texts.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // a long or a double takes two places
        }
        default -> throw new IOException("a constant of an unknown kind: " + tag);
      }
    }
  }

  /** Passes over fields, or methods. */
  private void members() throws IOException {
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      in.skipNBytes(6); // flags, name and type
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        in.skipNBytes(2);
        in.skipNBytes(in.readInt());
      }
    }
  }

  /**
   * Reads the attributes of the class or of a component.
   *
   * @param component its name; empty for the class
   */
  private void attributes(String component) throws IOException {
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      String attribute = text();
      int length = in.readInt();
      if (component.isEmpty() && attribute.equals("Record")) {
        components();
      } else if (!component.isEmpty() && attribute.equals("RuntimeVisibleAnnotations")) {
        annotations(component, false);
      } else if (!component.isEmpty() && attribute.equals("RuntimeVisibleTypeAnnotations")) {
        annotations(component, true);
      } else {
        in.skipNBytes(length);
      }
    }
  }

  private void components() throws IOException {
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      String name = text();
      components.put(name, new HashSet<>());
      in.skipNBytes(2); // its type
      attributes(name);
    }
  }

  private void annotations(String component, boolean ofTypes) throws IOException {
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      boolean whole = !ofTypes || isOfWholeType();
      String descriptor = annotation();
      Set<String> found = components.get(component);
      if (whole && found != null) {
        found.add(descriptor);
      }
    }
  }

  /**
   * Returns whether an annotation is of a component's type, and not of an argument or an element.
   */
  private boolean isOfWholeType() throws IOException {
    in.skipNBytes(1); // what it is on, which can only be the component
    int steps = in.readUnsignedByte();
    for (int i = 0; i < steps; i++) {
      if (in.readUnsignedByte() == NESTED_TYPE) {
        throw new IOException("an inner class, whose own type is some steps down");
      }
      in.skipNBytes(1);
    }
    return steps == 0;
  }

  private String annotation() throws IOException {
    String descriptor = text();
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      in.skipNBytes(2); // the element's name
      value();
    }
    return descriptor;
  }

  private void value() throws IOException {
    switch (in.readUnsignedByte()) {
      case '@' -> annotation();
      case 'e' -> in.skipNBytes(4);
      case '[' -> {
        for (int count = in.readUnsignedShort(); count > 0; count--) {
          value();
        }
      }
      default -> in.skipNBytes(2);
    }
  }

  private String text() throws IOException {
    String text = texts[in.readUnsignedShort()];
    if (text == null) {
      throw new IOException("a name that is no text");
    }
    return text;
  }
}
