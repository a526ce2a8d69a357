package dev.narrative.testing;

import java.util.List;

/** Traces made of nothing, for the tests of what judges them. */
public final class TraceFixtures {
    private TraceFixtures() {}

    public static Traces of(List<RecordedSpan> spans) {
        return new Traces(spans);
    }
}
