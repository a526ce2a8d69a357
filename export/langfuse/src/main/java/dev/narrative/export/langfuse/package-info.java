/** Spans and scores to Langfuse: OTLP in its own attributes, and score events. */
@NullMarked
package dev.narrative.export.langfuse;

import org.jspecify.annotations.NullMarked;
