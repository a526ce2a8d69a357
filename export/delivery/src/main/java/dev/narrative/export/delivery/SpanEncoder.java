package dev.narrative.export.delivery;

import dev.narrative.model.SpanData;
import java.util.List;
import java.util.function.Consumer;

/** Makes requests of the spans of one process. One thread at a time. */
public interface SpanEncoder {
    /** Encodes spans into as many requests as they take; those that can't be encoded are left out and counted. */
    void encode(List<? extends SpanData> spans, Consumer<Request> requests);
}
