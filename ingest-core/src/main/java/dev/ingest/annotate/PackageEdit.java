package dev.ingest.annotate;

import dev.ingest.workbook.WorkbookBytes;
import dev.ingest.workbook.part.ZipDirectory;
import dev.ingest.workbook.part.ZipEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a package as they are to be: some put in place of others, some added, some left out,
 * all others as they are. Names are compared as Excel does it. Not thread-safe.
 */
final class PackageEdit {

  private final ZipDirectory zip;
  private final WorkbookBytes bytes;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Optional<ZipCopy.Content>> changed = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  PackageEdit(ZipDirectory zip, WorkbookBytes bytes) {
    this.zip = zip;
    this.bytes = bytes;
    zip.entries().forEach(entry -> names.put(key(entry.name()), entry.name()));
  }

  private static String key(String name) {
    String slashes = name.replace('\\', '/');
    return (slashes.startsWith("/") ? slashes.substring(1) : slashes).toLowerCase(Locale.ROOT);
  }

  boolean has(String part) {
    Optional<ZipCopy.Content> content = changed.get(key(part));
    return content == null ? names.containsKey(key(part)) : content.isPresent();
  }

  /** Returns how many bytes the directory says that a part has. */
  long size(String part) {
    return zip.find(part).map(ZipEntry::size).orElse(0L);
  }

  /** Returns a part as it was, as characters. */
  Reader reader(String part) {
    Optional<ZipEntry> entry = zip.find(part);
    if (entry.isEmpty()) {
      throw new UnfitPartException("a part " + part + " expected, found none");
    }
    try {
      InputStream stream = zip.open(entry.get());
      return new InputStreamReader(stream, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns a part as it is to be. */
  String text(String part) {
    String text = texts.get(key(part));
    if (text == null) {
      StringWriter all = new StringWriter();
      try (Reader reader = reader(part)) {
        reader.transferTo(all);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      text = all.toString();
      if (text.indexOf(0) >= 0 || text.indexOf('\ufffd') >= 0) {
        throw new UnfitPartException("UTF-8 expected in " + part + ", found another encoding");
      }
    }
    return text;
  }

  /** Returns the tags of a part as it is to be. */
  Markup markup(String part) {
    return new Markup(new StringReader(text(part)));
  }

  /** Puts a part in place, or adds it. */
  void put(String part, String text) {
    texts.put(key(part), text);
    put(part, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Puts a part in place that is written when its turn comes. */
  void put(String part, ZipCopy.Content content) {
    names.putIfAbsent(key(part), part);
    changed.put(key(part), Optional.of(content));
  }

  void remove(String part) {
    changed.put(key(part), Optional.empty());
  }

  /**
   * Returns a name that no part has.
   *
   * @param form with %s for a number
   */
  String freeName(String form) {
    int number = 1;
    while (names.containsKey(key(form.formatted(number)))) {
      number++;
    }
    return form.formatted(number);
  }

  /** Writes the package: old parts in their order, then the new ones. */
  void writeTo(OutputStream out) throws IOException {
    ZipCopy copy = new ZipCopy(out);
    for (Map.Entry<String, String> name : names.entrySet()) {
      Optional<ZipCopy.Content> content = changed.get(name.getKey());
      if (content == null) {
        copy.copy(bytes, zip.find(name.getValue()).orElseThrow());
      } else if (content.isPresent()) {
        copy.add(name.getValue(), content.get());
      }
    }
    copy.finish();
  }
}
