package dev.narrative.export.logging;

import dev.narrative.model.SpanData;
import java.util.List;

/** Spans of one trace that are to be printed together. */
record FinishedTrace(List<SpanData> spans, Completeness completeness) {
    enum Completeness {
        COMPLETE,
        /** Ended after the tree that they belong to was printed. */
        ADDITION,
        /** Printed before their root has ended. */
        INCOMPLETE
    }
}
