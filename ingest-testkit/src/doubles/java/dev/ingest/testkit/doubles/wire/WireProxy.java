package dev.ingest.testkit.doubles.wire;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server on the loopback interface that hands each message of the PostgreSQL protocol to a {@link
 * WireTap} on its way. May be used from any thread.
 *
 * <p>It does not speak TLS without asking first ({@code sslNegotiation=direct}).
 */
public final class WireProxy implements AutoCloseable {

  private final WireStart start;
  private final Supplier<? extends WireTap> taps;
  private final Set<WireLink> links = ConcurrentHashMap.newKeySet();
  private final int port;
  private ServerSocket listener;
  private Thread acceptor;

  /**
   * Starts a proxy.
   *
   * @param serverPort the port of the server on the loopback interface
   * @param taps makes the tap of each connection
   * @throws UncheckedIOException if there is no free port
   */
  public WireProxy(int serverPort, Supplier<? extends WireTap> taps) {
    this.start = new WireStart(new WireTls(), serverPort);
    this.taps = taps;
    this.listener = listen(0);
    this.port = listener.getLocalPort();
    this.acceptor = acceptFrom(listener);
  }

  /**
   * Where clients connect, on {@code localhost}.
   *
   * @return a TCP port, the same for the life of the proxy
   */
  public int port() {
    return port;
  }

  /** Refuses new connections from now on; those that are open live on. */
  public synchronized void refuseConnections() {
    try {
      listener.close();
      // While it is in accept, the system still takes connections.
      acceptor.join();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a loopback socket", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes connections again after {@link #refuseConnections()}. */
  public synchronized void acceptConnections() {
    if (listener.isClosed()) {
      listener = listen(port);
      acceptor = acceptFrom(listener);
    }
  }

  /** Refuses new connections and cuts the open ones. */
  @Override
  public void close() {
    refuseConnections();
    links.forEach(WireLink::cut);
  }

  private Thread acceptFrom(ServerSocket open) {
    return inBackground("wire-proxy", () -> acceptAll(open));
  }

  private void acceptAll(ServerSocket open) {
    while (!open.isClosed()) {
      try {
        Socket client = open.accept();
        client.setTcpNoDelay(true);
        inBackground("wire-client", () -> serve(client));
      } catch (IOException e) {
        // The listener was closed: the loop ends. Else the client was gone before it was served.
      }
    }
  }

  private void serve(Socket client) {
    @Nullable WireLink link = null;
    try {
      link = start.open(client);
      if (link != null) {
        links.add(link);
        converse(link);
      }
    } catch (IOException e) {
      // Either side left, as it may at any time; the other side is told below.
    } finally {
      end(link, client);
    }
  }

  private void end(@Nullable WireLink link, Socket client) {
    if (link != null) {
      links.remove(link);
      link.cut();
    }
    WireLink.close(client);
  }

  private void converse(WireLink link) throws IOException {
    WireTap tap = taps.get();
    inBackground("wire-server", () -> answer(link, tap));
    pump(link.fromClient(), link.serverOut(), message -> tap.fromClient(message, link));
  }

  private static void answer(WireLink link, WireTap tap) {
    try {
      pump(link.fromServer(), link.clientOut(), message -> tap.fromServer(message, link));
    } catch (IOException e) {
      // Either side left, as it may at any time; the other side is told below.
    } finally {
      link.cut();
    }
  }

  private static void pump(DataInputStream in, DataOutputStream out, Passage passage)
      throws IOException {
    @Nullable WireMessage message = WireMessage.read(in);
    while (message != null) {
      passage.take(message);
      if (in.available() == 0) {
        flush(out);
      }
      message = WireMessage.read(in);
    }
  }

  private static void flush(DataOutputStream out) throws IOException {
    synchronized (out) {
      out.flush();
    }
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException("no port for a proxy", e);
    }
  }

  private static Thread inBackground(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @FunctionalInterface
  private interface Passage {
    void take(WireMessage message) throws IOException;
  }
}
