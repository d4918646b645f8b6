package dev.ingest.aws.postgres;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server that gives one answer to the first bytes of each client, and hears what follows. */
public final class RawServer implements AutoCloseable {

  private final ServerSocket listening;
  private final byte[] answer;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  private RawServer(ServerSocket listening, byte[] answer) {
    this.listening = listening;
    this.answer = answer;
  }

  /** Starts a server. */
  public static RawServer answering(String answer) throws IOException {
    ServerSocket listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    RawServer server = new RawServer(listening, answer.getBytes(ISO_8859_1));
    Thread thread = new Thread(server::serve, "raw-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  /** Returns where it listens. */
  public int port() {
    return listening.getLocalPort();
  }

  /** Returns all that clients have said until they left. */
  synchronized byte[] received() {
    return received.toByteArray();
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        hear(client);
      } catch (IOException gone) {
        // the next client, unless the test is over
      }
    }
  }

  private void hear(Socket client) throws IOException {
    byte[] said = new byte[1024];
    boolean answered = false;
    for (int n = client.getInputStream().read(said);
        n >= 0;
        n = client.getInputStream().read(said)) {
      synchronized (this) {
        received.write(said, 0, n);
      }
      if (!answered) {
        client.getOutputStream().write(answer);
        client.getOutputStream().flush();
        answered = true;
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
