package dev.ingest.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version that was built. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    try (InputStream text = Version.class.getResourceAsStream("version.txt")) {
      if (text == null) {
        throw new IOException("version.txt is missing from the jar");
      }
      return new String[] {
        "ingest " + new String(text.readAllBytes(), StandardCharsets.UTF_8).strip()
      };
    }
  }
}
