package dev.ingest.aws.postgres;

import java.io.IOException;
import java.net.Socket;
import java.util.Properties;
import javax.net.ssl.SSLSocket;
import org.postgresql.PGProperty;
import org.postgresql.ssl.DefaultJavaSSLFactory;
import org.postgresql.ssl.LibPQFactory;
import org.postgresql.ssl.WrappedFactory;
import org.postgresql.util.PSQLException;

/**
 * Sockets that speak TLS 1.2 or 1.3 and nothing older. They trust the CA file of the properties, or
 * the JDK's authorities if there is none. Public since the driver makes it by name.
 */
public final class ModernSockets extends WrappedFactory {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  /**
   * Makes sockets for a connection.
   *
   * @throws PSQLException if the CA file cannot be read
   */
  public ModernSockets(Properties properties) throws PSQLException {
    factory =
        PGProperty.SSL_ROOT_CERT.isPresent(properties)
            ? new LibPQFactory(properties)
            : new DefaultJavaSSLFactory(properties);
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    Socket secured = super.createSocket(socket, host, port, autoClose);
    ((SSLSocket) secured).setEnabledProtocols(PROTOCOLS);
    return secured;
  }
}
