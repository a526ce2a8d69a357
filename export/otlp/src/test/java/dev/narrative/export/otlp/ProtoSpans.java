package dev.narrative.export.otlp;

import com.google.protobuf.ByteString;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.StatusCode;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The same spans by OpenTelemetry's generated classes, to compare with. */
final class ProtoSpans {
    private ProtoSpans() {}

    static Span expected(TestSpan span) {
        Span.Builder proto = Span.newBuilder()
                .setTraceId(id(span.traceIdHigh(), span.traceIdLow()))
                .setSpanId(id(span.spanId()))
                .setName(wellFormed(span.name()))
                .setKindValue(span.kind().otlpNumber())
                .setStartTimeUnixNano(span.startEpochNanos())
                .setEndTimeUnixNano(span.endEpochNanos())
                .addAllAttributes(attributes(span.attributes()))
                .setFlags(span.hasRemoteParent() ? 0x301 : 0x101);
        if (span.parentSpanId() != 0) {
            proto.setParentSpanId(id(span.parentSpanId()));
        }
        if (span.traceState() != null) {
            proto.setTraceState(wellFormed(span.traceState()));
        }
        for (SpanEvent event : span.events()) {
            proto.addEvents(Span.Event.newBuilder()
                    .setName(wellFormed(event.name()))
                    .setTimeUnixNano(event.epochNanos())
                    .addAllAttributes(attributes(event.attributes())));
        }
        if (span.status() != StatusCode.UNSET) {
            Status.Builder status = Status.newBuilder().setCodeValue(span.status() == StatusCode.OK ? 1 : 2);
            if (span.statusMessage() != null) {
                status.setMessage(wellFormed(span.statusMessage()));
            }
            proto.setStatus(status);
        }
        return proto.build();
    }

    static KeyValue text(String key, String value) {
        return keyValue(key, AnyValue.newBuilder().setStringValue(wellFormed(value)));
    }

    private static List<KeyValue> attributes(Attributes attributes) {
        List<KeyValue> all = new ArrayList<>();
        attributes.visit(new AttributeVisitor() {
            @Override
            public void string(String key, String value) {
                all.add(text(key, value));
            }

            @Override
            public void integer(String key, long value) {
                all.add(keyValue(key, AnyValue.newBuilder().setIntValue(value)));
            }

            @Override
            public void decimal(String key, double value) {
                all.add(keyValue(key, AnyValue.newBuilder().setDoubleValue(value)));
            }

            @Override
            public void bool(String key, boolean value) {
                all.add(keyValue(key, AnyValue.newBuilder().setBoolValue(value)));
            }

            @Override
            public void strings(String key, List<String> values) {
                ArrayValue.Builder array = ArrayValue.newBuilder();
                values.forEach(value -> array.addValues(AnyValue.newBuilder().setStringValue(wellFormed(value))));
                all.add(keyValue(key, AnyValue.newBuilder().setArrayValue(array)));
            }
        });
        return all;
    }

    private static KeyValue keyValue(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(wellFormed(key)).setValue(value).build();
    }

    /** Half a surrogate pair becomes a question mark, as the JDK's own encoder does it. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static ByteString id(long... parts) {
        ByteBuffer bytes = ByteBuffer.allocate(parts.length * Long.BYTES);
        for (long part : parts) {
            bytes.putLong(part);
        }
        return ByteString.copyFrom(bytes.flip());
    }
}
