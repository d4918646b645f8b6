package dev.ingest.cli.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password of the local database: made once, kept in a file that only its owner can read, in
 * the form that psql takes ({@code PGPASSFILE}).
 */
final class LocalPassword {

  private static final int BYTES = 16;

  private LocalPassword() {}

  /** Reads the password, or makes one. */
  static String of(LocalFolder folder) throws IOException {
    Path file = folder.passwords();
    if (Files.exists(file)) {
      String line = Files.readString(file, StandardCharsets.UTF_8).strip();
      return line.substring(line.lastIndexOf(':') + 1);
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    createPrivate(file);
    Files.writeString(
        file, "*:*:*:" + LocalDatabase.USER + ":" + password + "\n", StandardOpenOption.WRITE);
    return password;
  }

  private static void createPrivate(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(file, attributes);
  }
}
