package dev.ingest.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A headless Chromium. Where there is none, the test that wants it is skipped and says so. */
final class Browser {

  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private final String program;
  private final Path folder;

  private Browser(String program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * Finds it.
   *
   * @param folder where it may write
   */
  static Browser in(Path folder) {
    String found =
        PLACES.stream().filter(p -> Files.isExecutable(Path.of(p))).findFirst().orElse("");
    assumeTrue(
        !found.isEmpty(), "no Chromium here (apt-get install chromium): pages are not looked at");
    return new Browser(found, folder);
  }

  /** Returns what the page became once it was loaded and its scripts have run. */
  String dom(String html) throws IOException {
    return run(page(html), "--dump-dom", "--virtual-time-budget=5000");
  }

  /** Takes a picture and keeps it in the build's folder, for whoever wants to look. */
  BufferedImage picture(String html, String name, int width, int height, String... more)
      throws IOException {
    Path picture = Files.createDirectories(Path.of("target/pictures")).resolve(name + ".png");
    Files.deleteIfExists(picture);
    List<String> options = new ArrayList<>(List.of(more));
    options.add("--screenshot=" + picture.toAbsolutePath());
    options.add("--window-size=" + width + "," + height);
    run(page(html), options.toArray(new String[0]));
    return ImageIO.read(picture.toFile());
  }

  /** Prints the page and keeps it in the build's folder, for whoever wants to look. */
  PrintedPages print(String html, String name, String... more) throws IOException {
    Path paper = Files.createDirectories(Path.of("target/pictures")).resolve(name + ".pdf");
    Files.deleteIfExists(paper);
    List<String> options = new ArrayList<>(List.of(more));
    options.add("--no-pdf-header-footer");
    options.add("--print-to-pdf=" + paper.toAbsolutePath());
    run(page(html), options.toArray(new String[0]));
    return PrintedPages.of(Files.readAllBytes(paper));
  }

  private Path page(String html) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "page-", ".html"), html);
  }

  private String run(Path page, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of(program, "--headless", "--no-sandbox"));
    command.addAll(List.of("--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"));
    command.add("--user-data-dir=" + Files.createTempDirectory(folder, "profile-"));
    command.addAll(Stream.of(options).toList());
    command.add(page.toUri().toString());
    Path out = Files.createTempFile(folder, "out-", ".txt");
    Process browser =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!browser.waitFor(60, TimeUnit.SECONDS) || browser.exitValue() != 0) {
        throw new AssertionError("the browser did not end well with " + command);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
