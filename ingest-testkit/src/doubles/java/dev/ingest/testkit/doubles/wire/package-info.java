/**
 * The PostgreSQL wire protocol, version 3, seen from between a client and a server.
 *
 * <p>{@link dev.ingest.testkit.doubles.wire.FaultProxy} passes it on and fails at a statement that
 * the test chooses. It ends TLS on both sides: to the client it shows the certificate of the test
 * server itself, so that a client which verifies host and chain in full, and binds its password to
 * the channel, is content.
 */
@NullMarked
package dev.ingest.testkit.doubles.wire;

import org.jspecify.annotations.NullMarked;
