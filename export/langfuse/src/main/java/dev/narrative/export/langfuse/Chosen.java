package dev.narrative.export.langfuse;

import dev.narrative.model.SpanData;

/**
 * A span that goes to Langfuse.
 *
 * @param parentIsThere whether its parent, if it has one, goes there too
 */
record Chosen(SpanData span, boolean parentIsThere) {}
