package dev.ingest.lambda;

import dev.ingest.aws.s3.S3Listing;
import dev.ingest.definition.DefinitionException;
import dev.ingest.definition.PipelineFile;
import dev.ingest.store.ObjectLocation;
import dev.ingest.store.ObjectStore;
import dev.ingest.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Reads the files of pipelines from where settings say: a file or a folder of this machine, such as
 * one in the package, an object of S3, or a prefix of such objects that ends with a slash.
 */
final class PipelineFiles {

  private static final int MOST_BYTES = 1 << 20;

  private final ObjectStore store;
  private final S3Listing listing;
  private final List<Pipelines.Entry> read = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();

  PipelineFiles(ObjectStore store, S3Listing listing) {
    this.store = store;
    this.listing = listing;
  }

  /**
   * Returns the pipelines of all places.
   *
   * @throws IllegalArgumentException if any file makes no sense, or a place has none; the message
   *     tells all of it
   */
  List<Pipelines.Entry> read(List<String> places) {
    for (String place : places) {
      int before = read.size() + mistakes.size();
      try {
        readPlace(place);
      } catch (StoreException | UncheckedIOException | IllegalArgumentException failure) {
        mistakes.add(FunctionFailure.message(failure));
      }
      if (before == read.size() + mistakes.size()) {
        mistakes.add(place + ": expected files in .yaml, .yml or .json, found none");
      }
    }
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(
          "pipelines: expected files that describe pipelines, found what follows; correct it\n"
              + String.join("\n", mistakes));
    }
    return read;
  }

  private void readPlace(String place) {
    if (ObjectLocation.isUri(place)) {
      readObjects(ObjectLocation.parse(place));
    } else if (Files.isDirectory(Path.of(place))) {
      for (Path file : filesOf(Path.of(place))) {
        readFile(file);
      }
    } else {
      readFile(Path.of(place));
    }
  }

  private void readObjects(ObjectLocation at) {
    if (!at.key().endsWith("/")) {
      readObject(at);
      return;
    }
    for (ObjectLocation object : listing.under(at)) {
      if (isPipeline(object.key())) {
        readObject(object);
      }
    }
  }

  private void readObject(ObjectLocation at) {
    try (InputStream object = store.read(at)) {
      byte[] bytes = object.readNBytes(MOST_BYTES);
      if (bytes.length == MOST_BYTES) {
        mistakes.add(at + ": expected less than %s bytes, found more".formatted(MOST_BYTES));
        return;
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      read.add(new Pipelines.Entry(at.toString(), PipelineFile.parse(at.toString(), text)));
    } catch (IOException broken) {
      throw new UncheckedIOException(at + ": expected to read it, found " + broken, broken);
    } catch (DefinitionException wrong) {
      mistakes.add(FunctionFailure.message(wrong));
    }
  }

  private void readFile(Path file) {
    try {
      read.add(new Pipelines.Entry(file.toString(), PipelineFile.read(file)));
    } catch (DefinitionException wrong) {
      mistakes.add(FunctionFailure.message(wrong));
    }
  }

  private static List<Path> filesOf(Path folder) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path file : entries) {
        if (isPipeline(file.toString())) {
          files.add(file);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(folder + ": expected to list it, found " + broken, broken);
    }
    Collections.sort(files);
    return files;
  }

  private static boolean isPipeline(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
  }
}
