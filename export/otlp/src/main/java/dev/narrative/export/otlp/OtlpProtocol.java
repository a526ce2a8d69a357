package dev.narrative.export.otlp;

import dev.narrative.core.config.OtlpEndpoint;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How requests travel. */
enum OtlpProtocol {
    HTTP_PROTOBUF("http://localhost:4318") {
        @Override
        String address(OtlpSignal signal, OtlpEndpoint endpoint) {
            return endpoint.httpUrl(signal.httpPath());
        }
    },
    GRPC("http://localhost:4317") {
        @Override
        String address(OtlpSignal signal, OtlpEndpoint endpoint) {
            return endpoint.url();
        }
    };

    private final String byDefault;

    OtlpProtocol(String byDefault) {
        this.byDefault = byDefault;
    }

    /** The protocol by its name in {@code otel.exporter.otlp.protocol}. */
    static OtlpProtocol of(String name) {
        return "grpc".equals(name) ? GRPC : HTTP_PROTOBUF;
    }

    abstract String address(OtlpSignal signal, OtlpEndpoint endpoint);

    /** Where requests go; the collector of this machine when no endpoint was set. */
    URI target(OtlpSignal signal, @Nullable OtlpEndpoint endpoint) {
        return URI.create(address(signal, endpoint == null ? new OtlpEndpoint(byDefault, false) : endpoint));
    }
}
