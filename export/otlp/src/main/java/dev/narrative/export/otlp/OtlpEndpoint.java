package dev.narrative.export.otlp;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds the address from the two settings that OpenTelemetry has for it. */
final class OtlpEndpoint {
    private static final String TRACES_PATH = "/v1/traces";

    private OtlpEndpoint() {}

    /**
     * @param base {@code otel.exporter.otlp.endpoint}; over HTTP the traces' path is appended
     * @param traces {@code otel.exporter.otlp.traces.endpoint}, used as it is
     */
    static URI of(OtlpProtocol protocol, @Nullable String base, @Nullable String traces) {
        if (traces != null) {
            return parse("otel.exporter.otlp.traces.endpoint", traces);
        }
        String address = base == null ? protocol.defaultEndpoint() : base;
        if (protocol == OtlpProtocol.GRPC) {
            return parse("otel.exporter.otlp.endpoint", address);
        }
        String trimmed = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return parse("otel.exporter.otlp.endpoint", trimmed + TRACES_PATH);
    }

    /** A bare {@code host:port} is taken for plain HTTP, as many collectors' instructions write it. */
    private static URI parse(String key, String address) {
        try {
            return new URI(address.contains("://") ? address : "http://" + address);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(key + " is " + address + ": expected http://host:port", e);
        }
    }
}
