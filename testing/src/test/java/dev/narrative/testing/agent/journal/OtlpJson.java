package dev.narrative.testing.agent.journal;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Reads lines of the journal by OpenTelemetry's protobuf definitions; unknown fields fail. */
final class OtlpJson {
    /** OTLP's JSON has ids in hex where protobuf's has base64. */
    private static final Pattern ID =
            Pattern.compile("\"(traceId|spanId|parentSpanId)\":\"([0-9a-f]{16}|[0-9a-f]{32})\"");

    private OtlpJson() {}

    /** How many spans stand in a line. */
    static int spans(String line) {
        String withBase64 = ID.matcher(line)
                .replaceAll(id -> "\"" + id.group(1) + "\":\""
                        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(id.group(2))) + "\"");
        TracesData.Builder data = TracesData.newBuilder();
        try {
            JsonFormat.parser().merge(withBase64, data);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not OTLP: " + line, e);
        }
        int spans = 0;
        for (ResourceSpans resource : data.getResourceSpansList()) {
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                spans += scope.getSpansCount();
            }
        }
        return spans;
    }
}
