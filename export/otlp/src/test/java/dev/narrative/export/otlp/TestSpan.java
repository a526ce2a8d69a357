package dev.narrative.export.otlp;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span with every field at hand. */
record TestSpan(
        long traceIdHigh,
        long traceIdLow,
        long spanId,
        long parentSpanId,
        boolean hasRemoteParent,
        String name,
        SpanKind kind,
        long startEpochNanos,
        long endEpochNanos,
        StatusCode status,
        @Nullable String statusMessage,
        String scope,
        @Nullable String traceState,
        List<SpanEvent> events,
        Attributes attributes)
        implements SpanData {

    static TestSpan named(String name) {
        return of(name, "narrative.methods", new Attributes());
    }

    static TestSpan of(String name, String scope, Attributes attributes) {
        return new TestSpan(
                0x0123456789abcdefL,
                0xfedcba9876543210L,
                0x8000000000000001L,
                0,
                false,
                name,
                SpanKind.INTERNAL,
                1_700_000_000_000_000_000L,
                1_700_000_000_000_001_000L,
                StatusCode.UNSET,
                null,
                scope,
                null,
                List.of(),
                attributes);
    }

    /** A span that fails while it is encoded. */
    static TestSpan broken() {
        List<SpanEvent> events = new AbstractList<>() {
            @Override
            public SpanEvent get(int index) {
                throw new IllegalStateException("broken");
            }

            @Override
            public int size() {
                return 1;
            }
        };
        TestSpan whole = named("broken");
        return new TestSpan(
                whole.traceIdHigh,
                whole.traceIdLow,
                whole.spanId,
                0,
                false,
                whole.name,
                whole.kind,
                whole.startEpochNanos,
                whole.endEpochNanos,
                whole.status,
                null,
                whole.scope,
                null,
                events,
                whole.attributes);
    }

    /** As many attributes as a traced method of an application with language models has. */
    static TestSpan typical() {
        return of(
                "Place order 4711",
                "narrative.methods",
                new Attributes()
                        .put("session.id", "5f2c8a91-session")
                        .put("narrative.story.id", "story-2026-08")
                        .put("narrative.trace.id", "0123456789abcdeffedcba9876543210")
                        .put("narrative.type", "tool")
                        .put("code.function.name", "com.shop.OrderService.place")
                        .put("order.id", 4711L)
                        .put("order.express", true)
                        .put("thread.name", "http-nio-8080-exec-3"));
    }

    @Override
    public void visitAttributes(AttributeVisitor visitor) {
        attributes.visit(visitor);
    }
}
