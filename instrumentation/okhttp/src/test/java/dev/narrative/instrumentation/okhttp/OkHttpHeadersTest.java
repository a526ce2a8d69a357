package dev.narrative.instrumentation.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.trace.Sampler;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.SpanSink;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.SpanKind;
import java.util.Objects;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class OkHttpHeadersTest {
    private final Span span = new Tracer(new NoSink(), Sampler.ALL).start("GET", SpanKind.CLIENT, "test");

    @Test
    void tellsTheHost_andLeavesTheRequestAsItIs() {
        Request request = to("http://shop.example/").build();
        Request told = Objects.requireNonNull(OkHttpHeaders.inject(span, request));

        assertThat(told.header("traceparent")).contains(span.traceIdHex());
        assertThat(told.header("X-Narrative-Trace-Id")).isEqualTo(span.traceIdHex());
        assertThat(request.headers().size()).isZero();
    }

    @Test
    void replacesAnEarlierHopsParent_andKeepsTheApplicationsOwnHeaders() {
        Request request = to("http://shop.example/")
                .addHeader("TraceParent", "one")
                .addHeader("traceparent", "two")
                .addHeader("x-narrative-trace-id", "its own")
                .build();
        Request told = Objects.requireNonNull(OkHttpHeaders.inject(span, request));

        assertThat(told.headers("traceparent")).singleElement().asString().contains(span.traceIdHex());
        assertThat(told.headers("X-Narrative-Trace-Id")).containsExactly("its own");
    }

    @Test
    void tellsNothing_whereTheHostMayNotKnow() {
        Request request = to("https://api.openai.com/v1/chat/completions").build();

        assertThat(OkHttpHeaders.inject(span, request)).isNull();
        assertThat(OkHttpHeaders.inject(null, to("http://shop.example/").build()))
                .isNull();
    }

    private static Request.Builder to(String url) {
        return new Request.Builder().url(url);
    }

    private static final class NoSink implements SpanSink {
        @Override
        public void begin() {}

        @Override
        public void accept(Span span) {}
    }
}
