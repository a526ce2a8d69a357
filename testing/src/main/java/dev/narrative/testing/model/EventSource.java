package dev.narrative.testing.model;

import java.io.IOException;

/** Makes the events of a stream, each when the one before it has been sent. */
@FunctionalInterface
interface EventSource {
    void writeTo(EventSink events) throws IOException;
}
