/** Database logins: fixed, or kept in Secrets Manager. No secret enters a message. */
@NullMarked
package dev.ingest.aws.secret;

import org.jspecify.annotations.NullMarked;
