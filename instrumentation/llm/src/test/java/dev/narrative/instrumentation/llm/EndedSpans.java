package dev.narrative.instrumentation.llm;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.SpanSink;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.AttributeVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the place of everything behind the tracer, and keeps the spans that ended. */
public final class EndedSpans implements SpanSink {
    private final List<Span> spans = new ArrayList<>();

    private EndedSpans() {}

    public static EndedSpans start(AgentConfig config) {
        EndedSpans ended = new EndedSpans();
        AgentRuntime.start(new Tracer(ended, Sampler.ALL), config);
        return ended;
    }

    public List<Span> all() {
        return spans;
    }

    public static Map<String, Object> attributes(Span span) {
        Map<String, Object> values = new HashMap<>();
        span.visitAttributes(new AttributeVisitor() {
            @Override
            public void string(String key, String value) {
                values.put(key, value);
            }

            @Override
            public void integer(String key, long value) {
                values.put(key, value);
            }

            @Override
            public void decimal(String key, double value) {
                values.put(key, value);
            }

            @Override
            public void bool(String key, boolean value) {
                values.put(key, value);
            }

            @Override
            public void strings(String key, List<String> value) {
                values.put(key, value);
            }
        });
        return values;
    }

    @Override
    public void begin() {}

    @Override
    public void accept(Span span) {
        spans.add(span);
    }
}
