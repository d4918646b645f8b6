package dev.ingest.testkit.doubles.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** The two connections that a proxy holds for one client. May be used from any thread. */
public final class WireLink {

  private final Socket client;
  private final Socket server;
  private final DataInputStream clientIn;
  private final DataInputStream serverIn;
  private final DataOutputStream clientOut;
  private final DataOutputStream serverOut;

  /** The sockets are those of the network; the streams may lie on TLS above them. */
  WireLink(Socket client, Socket server, Socket clientTalk, Socket serverTalk) throws IOException {
    this.client = client;
    this.server = server;
    clientIn = input(clientTalk);
    serverIn = input(serverTalk);
    clientOut = output(clientTalk);
    serverOut = output(serverTalk);
  }

  private static DataInputStream input(Socket socket) throws IOException {
    return new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
  }

  private static DataOutputStream output(Socket socket) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
  }

  /**
   * Sends a message to the server.
   *
   * @param message the message
   * @throws IOException if the server is gone
   */
  public void toServer(WireMessage message) throws IOException {
    synchronized (serverOut) {
      message.write(serverOut);
    }
  }

  /**
   * Sends a message to the client.
   *
   * @param message the message
   * @throws IOException if the client is gone
   */
  public void toClient(WireMessage message) throws IOException {
    synchronized (clientOut) {
      message.write(clientOut);
    }
  }

  /** Ends both connections in order: each side reads the end of the stream. */
  public void cut() {
    close(client);
    close(server);
  }

  /** Ends both connections; the client's with a reset, as a machine does that crashed. */
  public void reset() {
    try {
      client.setSoLinger(true, 0);
    } catch (IOException e) {
      // The client closed first: nobody is left who would see a reset.
    }
    cut();
  }

  DataInputStream fromClient() {
    return clientIn;
  }

  DataInputStream fromServer() {
    return serverIn;
  }

  DataOutputStream clientOut() {
    return clientOut;
  }

  DataOutputStream serverOut() {
    return serverOut;
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a loopback socket", e);
    }
  }
}
