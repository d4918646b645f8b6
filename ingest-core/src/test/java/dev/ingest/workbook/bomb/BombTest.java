package dev.ingest.workbook.bomb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingest.testkit.workbook.WorkbookBuilder;
import dev.ingest.workbook.ReadLimits;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small files that are large inside end at a limit that is named, in little memory and time. Each
 * is made as it is written, and all are read by one process with a small heap. An ordinary run has
 * lower limits and smaller files; {@code mvn -Pbombs} the default limits and files past them.
 */
class BombTest {

  private static final boolean FULL = Boolean.getBoolean("ingest.bombs");
  private static final ReadLimits LIMITS = BombReader.limits(FULL);
  private static final String HEAP = FULL ? "-Xmx512m" : "-Xmx96m";
  private static final long SECONDS = FULL ? 600 : 60;

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String STRINGS = "xl/sharedStrings.xml";
  private static final String UNUSED = "xl/media/image1.png";

  private static final String PART_BYTES =
      limit(LIMITS.partBytes(), "inflated bytes in one part", "PartBytes");
  private static final String TEXT_LENGTH =
      limit(LIMITS.textLength(), "characters in one text", "TextLength");
  private static final String CELLS = limit(LIMITS.cells(), "cells", "Cells");
  private static final String ITEMS =
      limit(LIMITS.sharedStrings(), "shared strings", "SharedStrings");
  private static final String ENTRIES =
      limit(LIMITS.entries(), "entries in the zip", "Entries").replace("more;", "65,535;");

  private static final String ROW_NUMBER =
      ": expected a row number from 1 to 1048576, found the row after 1048576; ask the sender for the file again";

  @TempDir Path folder;
  private final List<Path> files = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();

  @Test
  void everyBombEndsAtALimit() throws Exception {
    String row = "<row>" + "<c/>".repeat(10_000) + "</row>";
    sheet(
        "white-space-between-cells",
        "<row>",
        " \n",
        "</row>",
        "PART, line " + (LIMITS.textLength() / 2 + 1) + TEXT_LENGTH);
    sheet("white-space-in-a-tag", "<row ", "\t ", "/>", "PART" + PART_BYTES);
    sheet("comment", "<!--", "ab", "-->", "PART" + PART_BYTES);
    sheet("rows", "", "<row/>", "", "PART, line 1" + ROW_NUMBER);
    sheet("cells", "", row, "", "PART, line 1" + CELLS);
    sheet("text", "<row><c t=\"str\"><v>", "aa", "</v></c></row>", "PART, line 1" + TEXT_LENGTH);
    sheet("number", "<row><c><v>", "11", "</v></c></row>", "PART, line 1" + TEXT_LENGTH);
    sheet("attribute", "<row x=\"", "aa", "\"/>", "PART, line 1" + TEXT_LENGTH);
    sheet("name", "<row ", "aa", "=\"\"/>", "PART, line 1" + TEXT_LENGTH);
    strings("strings", "", "<si/>", "", "PART, line 1" + ITEMS);
    strings("string", "<si><t>", "aa", "</t></si>", "PART, line 1" + TEXT_LENGTH);
    bomb("unused", UNUSED, "", "\0\0", "", 3 * LIMITS.partBytes(), "read: 1");
    entries();

    assertThat(read()).containsExactlyElementsOf(outcomes);
  }

  private void sheet(String name, String head, String piece, String tail, String outcome)
      throws IOException {
    bomb(
        name,
        SHEET,
        "<worksheet><sheetData>" + head,
        piece,
        tail + "</sheetData></worksheet>",
        LIMITS.partBytes() + 1,
        outcome);
  }

  private void strings(String name, String head, String piece, String tail, String outcome)
      throws IOException {
    bomb(name, STRINGS, "<sst>" + head, piece, tail + "</sst>", LIMITS.partBytes() + 1, outcome);
  }

  /** Writes a sound workbook with one part replaced by a head, a piece again and again, a tail. */
  private void bomb(
      String name, String part, String head, String piece, String tail, long bytes, String outcome)
      throws IOException {
    try (ZipOutputStream zip = file(name, outcome.replace("PART", part))) {
      copySound(zip, part);
      zip.putNextEntry(new ZipEntry(part));
      zip.write(head.getBytes(StandardCharsets.UTF_8));
      byte[] pieces = piece.repeat(1 + (1 << 16) / piece.length()).getBytes(StandardCharsets.UTF_8);
      for (long written = 0; written < bytes; written += pieces.length) {
        zip.write(pieces);
      }
      zip.write(tail.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void copySound(ZipOutputStream zip, String without) throws IOException {
    byte[] sound = WorkbookBuilder.workbook().sheet("data").row("text").bytes();
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(sound))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        if (!part.getName().equals(without)) {
          zip.putNextEntry(new ZipEntry(part.getName()));
          parts.transferTo(zip);
        }
      }
    }
  }

  /** As many entries as a zip can have without zip64. */
  private void entries() throws IOException {
    try (ZipOutputStream zip = file("entries", ENTRIES.substring(2))) {
      copySound(zip, "");
      for (int i = 0; i < 65_528; i++) {
        zip.putNextEntry(new ZipEntry("xl/media/" + i));
      }
    }
  }

  private ZipOutputStream file(String name, String outcome) throws IOException {
    Path file = folder.resolve(name + ".xlsx");
    files.add(file);
    outcomes.add(outcome.startsWith("read") ? outcome : file.getFileName() + ": " + outcome);
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
    return zip;
  }

  private List<String> read() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                BombReader.class.getName(),
                Boolean.toString(FULL)));
    files.forEach(file -> command.add(file.toString()));
    File out = folder.resolve("out.txt").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out).start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(out.toPath());
  }

  private static String limit(long limit, String words, String name) {
    return ": expected at most %s %s, found more; raise the limit with ReadLimits.with%s if the file is sound"
        .formatted(String.format(Locale.ROOT, "%,d", limit), words, name);
  }
}
