/**
 * Doubles of the services that an ingestion talks to, on the loopback interface, each on a port
 * that the system chooses.
 *
 * <p>As much as can be is the real thing. {@link dev.ingest.testkit.doubles.PostgresServer} is
 * PostgreSQL itself with TLS and scram authentication, whose certificate {@link
 * dev.ingest.testkit.doubles.TestPki} makes with the JDK's keytool; the signatures that {@link
 * dev.ingest.testkit.doubles.S3Server} checks are checked by S3Proxy, and its objects are plain
 * files; {@link dev.ingest.testkit.doubles.LambdaProcess} runs AWS's own runtime interface client
 * in a process of its own. {@link dev.ingest.testkit.doubles.AwsS3Extension} gives such a database
 * the functions of RDS that read S3; {@code doubles.wire} breaks the network before it, and {@code
 * doubles.redshift} makes it refuse and load as Redshift does. Two are imitations: {@link
 * dev.ingest.testkit.doubles.SecretsServer} speaks the one call of Secrets Manager that is needed
 * and believes any signature, and {@link dev.ingest.testkit.doubles.RuntimeApi} plays the Lambda
 * service to a runtime but limits neither its memory nor its time. None of them is meant for
 * anything but tests and demonstrations.
 */
@NullMarked
package dev.ingest.testkit.doubles;

import org.jspecify.annotations.NullMarked;
