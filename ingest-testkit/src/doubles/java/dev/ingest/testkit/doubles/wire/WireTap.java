package dev.ingest.testkit.doubles.wire;

import java.io.IOException;

/**
 * What becomes of the messages of one connection. Each direction has a thread of its own; a message
 * that is not passed on is lost.
 */
public interface WireTap {

  /**
   * A message came from the client.
   *
   * @param message the message
   * @param link where to pass it on
   * @throws IOException if a side is gone, which ends the connection
   */
  default void fromClient(WireMessage message, WireLink link) throws IOException {
    link.toServer(message);
  }

  /**
   * A message came from the server.
   *
   * @param message the message
   * @param link where to pass it on
   * @throws IOException if a side is gone, which ends the connection
   */
  default void fromServer(WireMessage message, WireLink link) throws IOException {
    link.toClient(message);
  }
}
