/** Scores: judgements of a span, a trace or a session, as values, as events of spans, and as Langfuse takes them. */
@NullMarked
package dev.narrative.model.score;

import org.jspecify.annotations.NullMarked;
