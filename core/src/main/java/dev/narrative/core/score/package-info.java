/** Scores: judgements of a span, a trace or a session, given while it runs or later. */
@NullMarked
package dev.narrative.core.score;

import org.jspecify.annotations.NullMarked;
