package dev.ingest.testkit.doubles.wire;

import dev.ingest.testkit.doubles.PostgresServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A network that fails at a chosen statement: a proxy between a client and a PostgreSQL server,
 * which a test places before the real one.
 *
 * <p>It is a double of the network, not of the server. Faults fire on messages of the protocol,
 * never on a clock: a test waits with {@link Fault#awaitFired} and goes on with {@link
 * Fault#release}. Statements of the simple and of the extended protocol are seen. A client may use
 * TLS or not; the proxy then does the same to the server. TLS ends in the proxy, so it cannot show
 * faults of TLS itself, and it does not lose single packets, only connections.
 *
 * <p>All methods may be called from any thread.
 */
public final class FaultProxy implements AutoCloseable {

  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final List<String> statements = new CopyOnWriteArrayList<>();
  private final WireProxy proxy;

  private FaultProxy(int serverPort) {
    proxy = new WireProxy(serverPort, () -> new FaultTap(faults, statements::add));
  }

  /**
   * Starts a proxy before the test server.
   *
   * @param server the server
   * @return a running proxy without faults
   */
  public static FaultProxy before(PostgresServer server) {
    return before(server.port());
  }

  /**
   * Starts a proxy before any server of the protocol on the loopback interface; for TLS it must
   * have the certificate of {@link dev.ingest.testkit.doubles.TestPki}.
   *
   * @param serverPort the server's port
   * @return a running proxy without faults
   */
  public static FaultProxy before(int serverPort) {
    return new FaultProxy(serverPort);
  }

  /**
   * Where clients connect, on {@code localhost}.
   *
   * @return a TCP port
   */
  public int port() {
    return proxy.port();
  }

  /**
   * Has a fault happen, once.
   *
   * @param kind what happens
   * @param trigger when it happens
   * @return the fault, to wait for and to release
   */
  public Fault inject(FaultKind kind, FaultTrigger trigger) {
    Fault fault = new Fault(kind, trigger);
    faults.add(fault);
    return fault;
  }

  /** Takes back all faults; what they hold back goes on. */
  public void heal() {
    List<Fault> old = List.copyOf(faults);
    faults.removeAll(old);
    old.forEach(Fault::release);
  }

  /** Refuses new connections from now on, as a server that is down; open ones live on. */
  public void refuseConnections() {
    proxy.refuseConnections();
  }

  /** Takes connections again. */
  public void acceptConnections() {
    proxy.acceptConnections();
  }

  /**
   * The SQL of all statements that came to the proxy so far, in the order of their coming, with
   * those that did not reach the server.
   *
   * @return a copy
   */
  public List<String> statements() {
    return List.copyOf(statements);
  }

  /** Cuts all connections and stops. */
  @Override
  public void close() {
    proxy.close();
    heal();
  }
}
