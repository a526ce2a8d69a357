package dev.narrative.export.otlp;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options for tests: short pauses, and what one test sets apart. */
record Options(
        String endpoint,
        OtlpProtocol protocol,
        Map<String, String> headers,
        boolean gzip,
        Duration timeout,
        @Nullable Path certificate) {
    static Options http(String endpoint) {
        return new Options(endpoint, OtlpProtocol.HTTP_PROTOBUF, Map.of(), false, Duration.ofSeconds(5), null);
    }

    static Options grpc(String endpoint) {
        return new Options(endpoint, OtlpProtocol.GRPC, Map.of(), false, Duration.ofSeconds(5), null);
    }

    Options withGzip() {
        return new Options(endpoint, protocol, headers, true, timeout, certificate);
    }

    Options with(Map<String, String> newHeaders) {
        return new Options(endpoint, protocol, newHeaders, gzip, timeout, certificate);
    }

    Options with(Duration newTimeout) {
        return new Options(endpoint, protocol, headers, gzip, newTimeout, certificate);
    }

    Options with(Path newCertificate) {
        return new Options(endpoint, protocol, headers, gzip, timeout, newCertificate);
    }

    OtlpOptions get() {
        return new OtlpOptions(OtlpSignal.TRACES, URI.create(endpoint), protocol, headers, gzip, timeout, certificate);
    }
}
