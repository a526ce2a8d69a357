package dev.narrative.model.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import dev.narrative.model.json.JsonWriter;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Encodes spans and reads them with OpenTelemetry's own definitions. */
final class Encoded {
    private static final Pattern ID = Pattern.compile("\"(traceId|spanId|parentSpanId)\":\"([0-9a-f]*)\"");

    private Encoded() {}

    static String line(Resource resource, List<? extends SpanData> spans) {
        JsonWriter out = new JsonWriter(64);
        new OtlpJsonEncoder(resource).encode(spans, out);
        return new String(out.buffer(), 0, out.size(), UTF_8);
    }

    /** Unknown fields are an error. Protobuf's JSON has ids in base64 where OTLP's has hex. */
    static TracesData parse(String line) throws InvalidProtocolBufferException {
        String base64Ids = ID.matcher(line)
                .replaceAll(id -> "\"" + id.group(1) + "\":\""
                        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(id.group(2))) + "\"");
        TracesData.Builder data = TracesData.newBuilder();
        JsonFormat.parser().merge(base64Ids, data);
        return data.build();
    }
}
