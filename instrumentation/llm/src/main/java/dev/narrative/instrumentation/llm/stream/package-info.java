/** Bodies as they come over the wire, in pieces: JSON, server-sent events, lines, AWS event streams, gzip around them. */
@NullMarked
package dev.narrative.instrumentation.llm.stream;

import org.jspecify.annotations.NullMarked;
