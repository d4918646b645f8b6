/**
 * What people say without Java: named texts, such as a process's environment, that choose where the
 * rows go, and by which way.
 */
@NullMarked
package dev.ingest.aws.settings;

import org.jspecify.annotations.NullMarked;
