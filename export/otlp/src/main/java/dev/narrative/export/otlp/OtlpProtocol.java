package dev.narrative.export.otlp;

import dev.narrative.core.config.OtlpEndpoint;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How requests travel. */
enum OtlpProtocol {
    HTTP_PROTOBUF(OtlpEndpoint.LOCAL_HTTP) {
        @Override
        String address(OtlpSignal signal, OtlpEndpoint endpoint) {
            return endpoint.httpUrl(signal.httpPath());
        }
    },
    GRPC(OtlpEndpoint.LOCAL_GRPC) {
        @Override
        String address(OtlpSignal signal, OtlpEndpoint endpoint) {
            return endpoint.url();
        }
    };

    private final OtlpEndpoint byDefault;

    OtlpProtocol(OtlpEndpoint byDefault) {
        this.byDefault = byDefault;
    }

    /** The protocol by its name in {@code otel.exporter.otlp.protocol}. */
    static OtlpProtocol of(String name) {
        return "grpc".equals(name) ? GRPC : HTTP_PROTOBUF;
    }

    abstract String address(OtlpSignal signal, OtlpEndpoint endpoint);

    /** Where requests go; the collector of this machine when no endpoint was set. */
    URI target(OtlpSignal signal, @Nullable OtlpEndpoint endpoint) {
        return URI.create(address(signal, endpoint == null ? byDefault : endpoint));
    }
}
