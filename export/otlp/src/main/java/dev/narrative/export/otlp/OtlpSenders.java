package dev.narrative.export.otlp;

import dev.narrative.export.delivery.HttpSender;
import dev.narrative.export.delivery.HttpSettings;
import dev.narrative.export.delivery.HttpTarget;
import dev.narrative.export.delivery.Request;
import dev.narrative.export.delivery.Sender;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes what carries requests to the collector, and the requests. */
final class OtlpSenders {
    static final String CONTENT_TYPE = "application/x-protobuf";
    static final String TIMEOUT_KEY = "otel.exporter.otlp.timeout";
    static final String CERTIFICATE_KEY = "otel.exporter.otlp.certificate";
    static final String WHO_IS_THERE = "is a collector running there?";

    private OtlpSenders() {}

    /** gRPC brings an HTTP/2 stack, so that its classes are touched only when it was asked for. */
    static Sender open(OtlpOptions options) throws IOException {
        return options.protocol() == OtlpProtocol.GRPC ? new GrpcSender(options) : http(options);
    }

    /** What a collector takes without there being anything in it. */
    static Request empty(OtlpSignal signal) {
        return Request.withoutSpans(signal.target(), CONTENT_TYPE, new byte[0]);
    }

    private static Sender http(OtlpOptions options) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", UserAgent.TEXT);
        headers.putAll(options.headers());
        HttpTarget target = new HttpTarget(options.endpoint(), headers, new OtlpHttpAnswers());
        return new HttpSender(
                Map.of(options.signal().target(), target),
                new HttpSettings(options.timeout(), TIMEOUT_KEY, options.certificate(), CERTIFICATE_KEY, WHO_IS_THERE));
    }
}
