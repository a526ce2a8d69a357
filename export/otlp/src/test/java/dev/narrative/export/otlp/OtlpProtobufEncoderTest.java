package dev.narrative.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OtlpProtobufEncoderTest {
    private final OtlpProtobufEncoder encoder =
            new OtlpProtobufEncoder(new Resource("shop", new Attributes().put("host.name", "h1")));

    @Test
    void encodesEveryField() throws Exception {
        Attributes exception = new Attributes().put("exception.type", "java.lang.IllegalStateException");
        TestSpan span = new TestSpan(
                1,
                -2,
                -3,
                4,
                true,
                "größer 😀 \ud800",
                SpanKind.CONSUMER,
                5,
                Long.MAX_VALUE,
                StatusCode.ERROR,
                "x".repeat(200),
                "narrative.http",
                "a=1,b=2",
                List.of(new SpanEvent("exception", 7, exception), new SpanEvent("", 8, new Attributes())),
                new Attributes()
                        .put("text", "v".repeat(20_000))
                        .put("none", "")
                        .put("integer", Long.MIN_VALUE)
                        .put("zero", 0)
                        .put("decimal", -0.25)
                        .put("yes", true)
                        .put("no", false)
                        .put("k".repeat(300), 1)
                        .put("list", List.of("a", "", "ü".repeat(100)))
                        .put("empty", List.of()));

        assertThat(onlySpan(encode(List.of(span)))).isEqualTo(ProtoSpans.expected(span));
        assertThat(onlySpan(encode(List.of(span))).getFlags()).isEqualTo(0x301);
        assertThat(onlySpan(encode(List.of(span))).getStatus().getCode())
                .isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    }

    @Test
    void leavesOutWhatARootDoesNotHave() throws Exception {
        Span span = onlySpan(encode(List.of(TestSpan.named("root"))));

        assertThat(span.getParentSpanId()).isEqualTo(ByteString.EMPTY);
        assertThat(span.getTraceState()).isEmpty();
        assertThat(span.hasStatus()).isFalse();
        assertThat(span.getFlags()).isEqualTo(0x101);
        assertThat(span).isEqualTo(ProtoSpans.expected(TestSpan.named("root")));
    }

    @Test
    void groupsByScope_inOrder() throws Exception {
        ExportTraceServiceRequest request = encode(List.of(
                TestSpan.of("1", "b", new Attributes()),
                TestSpan.of("2", "a", new Attributes()),
                TestSpan.of("3", "b", new Attributes())));

        List<ScopeSpans> scopes = request.getResourceSpans(0).getScopeSpansList();
        assertThat(scopes).extracting(scope -> scope.getScope().getName()).containsExactly("b", "a");
        assertThat(scopes.get(0).getSpansList()).extracting(Span::getName).containsExactly("1", "3");
        assertThat(scopes.get(1).getSpansList()).extracting(Span::getName).containsExactly("2");
    }

    @Test
    void tellsTheResource_withTheServiceNameOnce() throws Exception {
        ResourceSpans plain = encode(List.of(TestSpan.named("a"))).getResourceSpans(0);
        assertThat(plain.getResource().getAttributesList())
                .containsExactly(ProtoSpans.text("service.name", "shop"), ProtoSpans.text("host.name", "h1"));

        Attributes named = new Attributes().put("service.name", "inner");
        OtlpProtobufEncoder other = new OtlpProtobufEncoder(new Resource("outer", named));
        assertThat(ExportTraceServiceRequest.parseFrom(other.encode(List.of(TestSpan.named("a"))))
                        .getResourceSpans(0)
                        .getResource()
                        .getAttributesList())
                .containsExactly(ProtoSpans.text("service.name", "inner"));
    }

    @Test
    void encodesRandomSpans_likeTheReference() throws Exception {
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            List<TestSpan> batch = RandomSpans.batch(random);

            List<Span> parsed = encode(batch).getResourceSpans(0).getScopeSpansList().stream()
                    .flatMap(scope -> scope.getSpansList().stream())
                    .toList();

            assertThat(parsed)
                    .containsExactlyInAnyOrderElementsOf(
                            batch.stream().map(ProtoSpans::expected).toList());
        }
    }

    private ExportTraceServiceRequest encode(List<TestSpan> batch) throws Exception {
        return ExportTraceServiceRequest.parseFrom(encoder.encode(batch));
    }

    private static Span onlySpan(ExportTraceServiceRequest request) {
        assertThat(request.getResourceSpansCount()).isEqualTo(1);
        assertThat(request.getResourceSpans(0).getScopeSpansCount()).isEqualTo(1);
        assertThat(request.getResourceSpans(0).getScopeSpans(0).getSpansCount()).isEqualTo(1);
        return request.getResourceSpans(0).getScopeSpans(0).getSpans(0);
    }
}
