/** Spans and what they belong to: ids, clock, sampling, session and story, the open ones. */
@NullMarked
package dev.narrative.core.trace;

import org.jspecify.annotations.NullMarked;
