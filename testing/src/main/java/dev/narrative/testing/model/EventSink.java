package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Takes the events of a stream one by one and sends each at once. */
@FunctionalInterface
interface EventSink {
    /** @param name the event's name; formats without names leave it out */
    void event(String name, JsonNode data) throws IOException;
}
