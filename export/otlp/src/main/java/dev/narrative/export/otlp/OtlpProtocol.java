package dev.narrative.export.otlp;

import dev.narrative.core.config.OtlpEndpoint;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How requests travel. */
enum OtlpProtocol {
    HTTP_PROTOBUF("http://localhost:4318/v1/traces") {
        @Override
        String address(OtlpEndpoint endpoint) {
            return endpoint.httpUrl();
        }
    },
    GRPC("http://localhost:4317") {
        @Override
        String address(OtlpEndpoint endpoint) {
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

    abstract String address(OtlpEndpoint endpoint);

    /** Where requests go; the collector of this machine when no endpoint was set. */
    URI target(@Nullable OtlpEndpoint endpoint) {
        return URI.create(endpoint == null ? byDefault : address(endpoint));
    }
}
