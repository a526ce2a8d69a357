package dev.narrative.model.tree;

import dev.narrative.model.SpanData;
import java.util.List;

/**
 * A span with the spans below it, ordered by start.
 *
 * @param parentMissing whether it has a parent that is not among the spans, so that it stands as a root
 */
public record TraceNode<S extends SpanData>(S span, List<TraceNode<S>> children, boolean parentMissing) {}
