/** Figures as Markdown, and whether they meet the goals. */
@NullMarked
package dev.ingest.bench.report;

import org.jspecify.annotations.NullMarked;
