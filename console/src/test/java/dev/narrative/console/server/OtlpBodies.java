package dev.narrative.console.server;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bodies as OpenTelemetry's own messages encode them. */
final class OtlpBodies {
    static final long START = 1_795_262_400_000_000_000L;

    private OtlpBodies() {}

    static byte[] request(Span... spans) {
        return request("studio", List.of(spans));
    }

    static byte[] request(String service, List<Span> spans) {
        ScopeSpans scope = ScopeSpans.newBuilder().addAllSpans(spans).build();
        Resource resource = Resource.newBuilder()
                .addAttributes(attribute("service.name", text(service)))
                .build();
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(
                        ResourceSpans.newBuilder().setResource(resource).addScopeSpans(scope))
                .build()
                .toByteArray();
    }

    /** A span of a trace of its own. */
    static Span.Builder span(long number) {
        return span(number, number);
    }

    static Span.Builder span(long trace, long number) {
        return Span.newBuilder()
                .setTraceId(ByteString.copyFrom(
                        ByteBuffer.allocate(16).putLong(7).putLong(trace).array()))
                .setSpanId(ByteString.copyFrom(
                        ByteBuffer.allocate(8).putLong(number).array()))
                .setName("span " + number)
                .setKind(Span.SpanKind.SPAN_KIND_CLIENT)
                .setStartTimeUnixNano(START)
                .setEndTimeUnixNano(START + 1_000_000);
    }

    /** A span with one of everything. */
    static Span rich() {
        return span(1).setTraceState("vendor=1")
                .setParentSpanId(
                        ByteString.copyFrom(ByteBuffer.allocate(8).putLong(99).array()))
                .setFlags(0x301)
                .addAttributes(attribute("session.id", text("chap-12")))
                .addAttributes(
                        attribute("count", AnyValue.newBuilder().setIntValue(-3).build()))
                .addAttributes(attribute(
                        "rate", AnyValue.newBuilder().setDoubleValue(0.25).build()))
                .addAttributes(attribute(
                        "set", AnyValue.newBuilder().setBoolValue(true).build()))
                .addAttributes(attribute(
                        "raw",
                        AnyValue.newBuilder()
                                .setBytesValue(ByteString.copyFromUtf8("bytes"))
                                .build()))
                .addAttributes(attribute(
                        "list",
                        AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder().addValues(text("a")))
                                .build()))
                .addAttributes(attribute(
                        "map",
                        AnyValue.newBuilder()
                                .setKvlistValue(KeyValueList.newBuilder().addValues(attribute("k", text("v"))))
                                .build()))
                .addEvents(Span.Event.newBuilder()
                        .setName("exception")
                        .setTimeUnixNano(START + 5)
                        .addAttributes(attribute("exception.message", text("lost"))))
                .setStatus(Status.newBuilder()
                        .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                        .setMessage("went wrong"))
                .build();
    }

    static List<Span> traces(long from, int count) {
        List<Span> spans = new ArrayList<>(count);
        for (long i = from; i < from + count; i++) {
            spans.add(span(i).build());
        }
        return spans;
    }

    static KeyValue attribute(String key, AnyValue value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    static AnyValue text(String value) {
        return AnyValue.newBuilder().setStringValue(value).build();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
