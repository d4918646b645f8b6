package dev.ingest.testkit.doubles.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a client is connected to the server: TLS where the client asks for it, on both ways or on
 * none, and the start-up packet passed on.
 */
final class WireStart {

  private static final int ENCRYPT_TLS = 80877103;
  private static final int ENCRYPT_GSS = 80877104;
  private static final int CANCEL = 80877102;
  private static final int PROTOCOL_3 = 3 << 16;
  private static final int HEAD = 8;

  /** What a PostgreSQL 17 takes at the start of a session; drivers of others send more. */
  private static final Set<String> PARAMETERS =
      Set.of(
          "user",
          "database",
          "client_encoding",
          "DateStyle",
          "TimeZone",
          "extra_float_digits",
          "application_name",
          "options");

  private final WireTls tls;
  private final int serverPort;

  WireStart(WireTls tls, int serverPort) {
    this.tls = tls;
    this.serverPort = serverPort;
  }

  /** The link of a client that comes to stay; null for one that only cancels or goes. */
  @Nullable WireLink open(Socket client) throws IOException {
    Socket talk = client;
    while (true) {
      DataInputStream in = new DataInputStream(talk.getInputStream());
      int length = in.readInt();
      int code = in.readInt();
      if (code == ENCRYPT_TLS && talk == client) {
        client.getOutputStream().write('S');
        talk = tls.serve(client);
      } else if (code == ENCRYPT_GSS) {
        talk.getOutputStream().write('N');
      } else {
        byte[] rest = in.readNBytes(length - HEAD);
        return connect(client, talk, code, rest);
      }
    }
  }

  private @Nullable WireLink connect(Socket client, Socket talk, int code, byte[] rest)
      throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    server.setTcpNoDelay(true);
    try {
      Socket serverTalk = talk == client ? server : encrypted(server);
      DataOutputStream out = new DataOutputStream(serverTalk.getOutputStream());
      send(out, code, code == PROTOCOL_3 ? known(rest) : rest);
      if (code == CANCEL) {
        WireLink.close(server);
        return null;
      }
      return new WireLink(client, server, talk, serverTalk);
    } catch (IOException e) {
      WireLink.close(server);
      throw e;
    }
  }

  private Socket encrypted(Socket server) throws IOException {
    DataOutputStream out = new DataOutputStream(server.getOutputStream());
    send(out, ENCRYPT_TLS, new byte[0]);
    int answer = server.getInputStream().read();
    if (answer != 'S') {
      throw new IOException("the server behind the proxy speaks no TLS");
    }
    return tls.connect(server);
  }

  private static void send(DataOutputStream out, int code, byte[] rest) throws IOException {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(packet);
    fields.writeInt(HEAD + rest.length);
    fields.writeInt(code);
    fields.write(rest);
    out.write(packet.toByteArray());
    out.flush();
  }

  /** Names and values in turn, each ended by a zero byte, and one more at the end. */
  private static byte[] known(byte[] parameters) {
    List<String> texts = List.of(new String(parameters, StandardCharsets.UTF_8).split("\0", -1));
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i + 1 < texts.size(); i += 2) {
      if (PARAMETERS.contains(texts.get(i))) {
        kept.append(texts.get(i)).append('\0').append(texts.get(i + 1)).append('\0');
      }
    }
    return kept.append('\0').toString().getBytes(StandardCharsets.UTF_8);
  }
}
