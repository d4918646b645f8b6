package dev.ingest.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The deployment package that this build made, and the runtime client to run it with. */
final class FunctionZip {

  private FunctionZip() {}

  static Path file() {
    return property("ingest.lambda.zip");
  }

  /** The names of the files in it. */
  static List<String> names() throws IOException {
    try (ZipFile zip = new ZipFile(file().toFile())) {
      return zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  /** Unpacks it as Lambda does. */
  static void unpack(Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(file().toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
          }
        }
      }
    }
  }

  /** The jars that Lambda itself has beside the function. */
  static List<Path> runtimeClient() throws IOException {
    try (Stream<Path> jars = Files.list(property("ingest.lambda.ric"))) {
      return jars.sorted().toList();
    }
  }

  private static Path property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("set -D" + name + ", as the build does");
    }
    return Path.of(value);
  }
}
