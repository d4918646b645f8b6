/** What every implementation of a port promises, as tests to subclass. */
@NullMarked
package dev.ingest.testkit.contract;

import org.jspecify.annotations.NullMarked;
