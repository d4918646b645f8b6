package dev.ingest.cli.local;

import dev.ingest.aws.postgres.PostgresAddress;
import dev.ingest.aws.postgres.PostgresConnections;
import dev.ingest.aws.postgres.Tls;
import dev.ingest.aws.settings.Database;
import dev.ingest.aws.settings.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A PostgreSQL of one's own, for as long as the command runs. Its data stay in the folder, so that
 * the next run finds them. It listens on loopback only and asks for a password.
 */
public final class LocalDatabase implements AutoCloseable {

  static final String USER = "postgres";
  static final String DATABASE = "ingest";

  private final LocalFolder folder;
  private final FolderLock lock;
  private final EmbeddedPostgres server;
  private final Database database;

  private LocalDatabase(
      LocalFolder folder, FolderLock lock, EmbeddedPostgres server, String password) {
    this.folder = folder;
    this.lock = lock;
    this.server = server;
    this.database =
        new Database(
            new PostgresAddress("127.0.0.1", server.getPort(), DATABASE),
            Tls.disabledOnLoopback(),
            new Login.OfUser(USER, password));
  }

  /**
   * Starts the database, and makes it first if the folder has none.
   *
   * @param progress is told what takes long
   * @throws LocalDatabaseException if it does not start; the message says what to try
   */
  public static LocalDatabase start(LocalFolder folder, PrintWriter progress) {
    try {
      FolderLock lock = FolderLock.take(folder, progress);
      try {
        String password = LocalPassword.of(folder);
        EmbeddedPostgres server = new ServerStart(folder, password, progress).start();
        return new LocalDatabase(folder, lock, server, password);
      } catch (IOException | SQLException | RuntimeException | Error failure) {
        lock.close();
        throw failure;
      }
    } catch (IOException | SQLException failure) {
      throw new LocalDatabaseException(
          "local database in %s: expected it to start, found %s; look into %s"
              .formatted(folder.root(), failure, folder.log()),
          failure);
    }
  }

  /** Returns how it is connected to, good until it is closed. */
  public Database database() {
    return database;
  }

  /** Returns connections to it, good until it is closed. */
  public PostgresConnections connections() {
    return database.connections();
  }

  /** Returns the line that opens it in psql while it runs. */
  public String psql() {
    Path here = Path.of("").toAbsolutePath();
    Path passwords = folder.passwords();
    Path shown = passwords.startsWith(here) ? here.relativize(passwords) : passwords;
    return "PGPASSFILE=%s psql -h 127.0.0.1 -p %s -U %s %s"
        .formatted(shown, server.getPort(), USER, DATABASE);
  }

  @Override
  public void close() {
    try (lock) {
      server.close();
    } catch (IOException failure) {
      throw new LocalDatabaseException(
          "local database in %s: expected it to stop, found %s".formatted(folder.root(), failure),
          failure);
    }
  }
}
