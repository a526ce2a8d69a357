package dev.narrative.testing;

import java.util.Map;

/** A moment within a {@link RecordedSpan}, such as {@code exception}. */
public record RecordedEvent(String name, Map<String, String> attributes) {}
