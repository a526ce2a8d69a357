package dev.narrative.core.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.trace.Correlation;
import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.SpanSink;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.Ids;
import dev.narrative.model.SpanKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InjectTest {
    private final Propagation propagation = new Propagation(AgentConfig.defaults());
    private final Tracer tracer = new Tracer(new NoSink(), Sampler.ALL);

    @Test
    void writesAllThatIsKnown() {
        Span span = span(new Correlation("s-1", "the fox", "user", null));
        FakeHeaders headers = new FakeHeaders();

        propagation.inject(span, headers);

        String trace = Ids.traceId(1, 2);
        assertThat(headers.all())
                .containsOnly(
                        Map.entry("traceparent", List.of("00-" + trace + "-" + Ids.spanId(span.spanId()) + "-01")),
                        Map.entry("tracestate", List.of("vendor=1")),
                        Map.entry("baggage", List.of("tenant=7")),
                        Map.entry("X-Narrative-Trace-Id", List.of(trace)),
                        Map.entry("X-Session-Id", List.of("s-1")),
                        Map.entry("X-Story-Id", List.of("the fox")));
    }

    @Test
    void replacesTheParentOfAnEarlierHop_andKeepsTheApplicationsOwn() {
        FakeHeaders headers = new FakeHeaders()
                .with("TraceParent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .with("x-session-id", "own");

        propagation.inject(span(new Correlation("s-1", null, null, "chapter-9")), headers);

        assertThat(headers.values("traceparent")).singleElement().asString().contains(Ids.traceId(1, 2));
        assertThat(headers.values("X-Session-Id")).containsExactly("own");
        assertThat(headers.values("X-Narrative-Trace-Id")).containsExactly("chapter-9");
    }

    @Test
    void leavesOut_whatWouldBreakTheMessage() {
        FakeHeaders headers = new FakeHeaders();

        propagation.inject(span(new Correlation("a\r\nb", "x".repeat(201), null, null)), headers);

        assertThat(headers.all()).doesNotContainKeys("X-Session-Id", "X-Story-Id");
    }

    @Test
    void writesOnlyWhatTheConfigurationAsksFor() {
        FakeHeaders headers = new FakeHeaders();

        new Propagation(AgentConfig.of(Map.of("narrative.propagators", "tracecontext")))
                .inject(span(new Correlation("s-1", null, null, null)), headers);

        assertThat(headers.all()).containsOnlyKeys("traceparent", "tracestate");
    }

    @Test
    void clears_whatItWrote() {
        FakeHeaders headers = new FakeHeaders().with("Accept", "text/plain");
        propagation.inject(span(new Correlation("s-1", "the fox", null, null)), headers);

        Propagation.clear(headers);

        assertThat(headers.all()).containsOnlyKeys("Accept");
    }

    @Test
    void reachesAllHosts_butTheModelProviders() {
        assertThat(propagation.reaches("shop.example")).isTrue();
        assertThat(propagation.reaches("api.openai.com")).isFalse();
        assertThat(propagation.reaches(null)).isFalse();
    }

    private Span span(Correlation correlation) {
        return tracer.start(
                "test",
                SpanKind.CLIENT,
                "narrative.test",
                new RemoteParent(1, 2, 3, true, "vendor=1", "tenant=7", correlation));
    }

    private static final class NoSink implements SpanSink {
        @Override
        public void begin() {}

        @Override
        public void accept(Span span) {}
    }
}
