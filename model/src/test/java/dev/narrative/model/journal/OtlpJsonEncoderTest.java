package dev.narrative.model.journal;

import static dev.narrative.model.TestSpans.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.TestSpans;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtlpJsonEncoderTest {
    private static final Resource RESOURCE =
            new Resource("shop", new Attributes().put("service.name", "shop").put("process.pid", 42));

    @Test
    void writesEveryField_asOpenTelemetryReadsIt() throws Exception {
        JournalSpan span = TestSpans.span("GET /orders/{id} \"é\"", 0x00f1L)
                .remoteParent(0xabL)
                .kind(SpanKind.SERVER)
                .at(1, 5)
                .status(StatusCode.ERROR, "no\nstock")
                .scope("narrative.http")
                .traceState("a=1,b=2")
                .put("text", "värde\u0001")
                .put("integer", Long.MIN_VALUE)
                .put("decimal", 0.25)
                .put("nan", Double.NaN)
                .put("bool", true)
                .put("list", List.of("x", "y\"z"))
                .put("empty", List.of())
                .event(new SpanEvent("exception", START + 7, new Attributes().put("exception.type", "A")))
                .event(new SpanEvent("plain", START + 8, new Attributes()))
                .build();

        String line = Encoded.line(RESOURCE, List.of(span));
        ResourceSpans resourceSpans = Encoded.parse(line).getResourceSpans(0);
        ScopeSpans scopeSpans = resourceSpans.getScopeSpans(0);
        Span read = scopeSpans.getSpans(0);

        assertThat(line).endsWith("\n").doesNotContain("\u0001");
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        assertThat(resourceSpans.getResource().getAttributesList())
                .extracting(KeyValue::getKey)
                .containsExactly("service.name", "process.pid");
        assertThat(scopeSpans.getScope().getName()).isEqualTo("narrative.http");
        assertThat(read.getTraceId()).isEqualTo(bytes("0123456789abcdeffedcba9876543210"));
        assertThat(read.getSpanId()).isEqualTo(bytes("00000000000000f1"));
        assertThat(read.getParentSpanId()).isEqualTo(bytes("00000000000000ab"));
        assertThat(read.getTraceState()).isEqualTo("a=1,b=2");
        assertThat(read.getFlags()).isEqualTo(0x301);
        assertThat(read.getName()).isEqualTo("GET /orders/{id} \"é\"");
        assertThat(read.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(read.getStartTimeUnixNano()).isEqualTo(START + 1_000_000);
        assertThat(read.getEndTimeUnixNano()).isEqualTo(START + 5_000_000);
        assertThat(read.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(read.getStatus().getMessage()).isEqualTo("no\nstock");
        assertThat(read.getAttributesList()).hasSize(7);
        assertThat(read.getAttributes(0).getValue().getStringValue()).isEqualTo("värde\u0001");
        assertThat(read.getAttributes(1).getValue().getIntValue()).isEqualTo(Long.MIN_VALUE);
        assertThat(read.getAttributes(2).getValue().getDoubleValue()).isEqualTo(0.25);
        assertThat(read.getAttributes(3).getValue().getDoubleValue()).isNaN();
        assertThat(read.getAttributes(4).getValue().getBoolValue()).isTrue();
        assertThat(read.getAttributes(5).getValue().getArrayValue().getValues(1).getStringValue())
                .isEqualTo("y\"z");
        assertThat(read.getAttributes(6).getValue().hasArrayValue()).isTrue();
        assertThat(read.getEvents(0).getName()).isEqualTo("exception");
        assertThat(read.getEvents(0).getTimeUnixNano()).isEqualTo(START + 7);
        assertThat(read.getEvents(0).getAttributes(0).getKey()).isEqualTo("exception.type");
        assertThat(read.getEvents(1).getAttributesCount()).isZero();
    }

    @Test
    void leavesOut_whatARootLacks() throws Exception {
        String line = Encoded.line(RESOURCE, List.of(TestSpans.span("root", 1).build()));
        Span read = Encoded.parse(line).getResourceSpans(0).getScopeSpans(0).getSpans(0);

        assertThat(line).doesNotContain("parentSpanId").doesNotContain("status").doesNotContain("events");
        assertThat(read.getFlags()).isEqualTo(0x101);
    }

    @Test
    void groupsByScope_inOrder() throws Exception {
        String line = Encoded.line(
                RESOURCE,
                List.of(
                        TestSpans.span("a1", 1).scope("a").build(),
                        TestSpans.span("b1", 2).scope("b").build(),
                        TestSpans.span("a2", 3).scope("a").build(),
                        TestSpans.span("c1", 4).scope("c").build(),
                        TestSpans.span("b2", 5).scope("b").build()));

        assertThat(Encoded.parse(line).getResourceSpans(0).getScopeSpansList())
                .extracting(scope -> scope.getScope().getName()
                        + scope.getSpansList().stream().map(Span::getName).toList())
                .containsExactly("a[a1, a2]", "b[b1, b2]", "c[c1]");
    }

    @Test
    void marksAnOpenSpan_andGivesItNoEnd() throws Exception {
        String line =
                Encoded.line(RESOURCE, List.of(TestSpans.span("open", 1).open().build()));
        Span read = Encoded.parse(line).getResourceSpans(0).getScopeSpans(0).getSpans(0);

        assertThat(line).doesNotContain("endTimeUnixNano");
        assertThat(read.getAttributes(0).getKey()).isEqualTo("narrative.open");
        assertThat(read.getAttributes(0).getValue().getBoolValue()).isTrue();
    }

    @Test
    void writesNothing_forNoSpans() {
        assertThat(Encoded.line(RESOURCE, List.of())).isEmpty();
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
