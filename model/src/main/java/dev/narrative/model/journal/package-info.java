/** The journal's format, OTLP-JSON lines: how a batch is written and how a directory is read. */
@NullMarked
package dev.narrative.model.journal;

import org.jspecify.annotations.NullMarked;
