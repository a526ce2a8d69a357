package dev.narrative.export.otlp;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.MetricsSettings;
import dev.narrative.core.config.Settings;
import dev.narrative.export.delivery.HttpAnswer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where and how to send.
 *
 * @param signal what is sent
 * @param endpoint the full address for HTTP, with the path; scheme, host and port for gRPC
 * @param headers sent with each request, such as an API key
 * @param timeout for one attempt: connecting, and waiting for the answer
 * @param certificate a PEM file with the certificates to trust instead of Java's own
 */
record OtlpOptions(
        OtlpSignal signal,
        URI endpoint,
        OtlpProtocol protocol,
        Map<String, String> headers,
        boolean gzip,
        Duration timeout,
        @Nullable Path certificate) {

    OtlpOptions {
        if (endpoint.getHost() == null || !isHttp(endpoint.getScheme())) {
            throw new IllegalArgumentException(
                    "otel.exporter.otlp.endpoint is " + endpoint + ": expected http://host:port or https://host:port");
        }
        headers = Map.copyOf(headers);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            checkHeader(header.getKey(), header.getValue());
        }
    }

    static OtlpOptions of(AgentConfig config) {
        OtlpProtocol protocol = OtlpProtocol.of(config.get(Settings.OTLP_PROTOCOL));
        String certificate = config.getOrNull(Settings.OTLP_CERTIFICATE);
        return new OtlpOptions(
                OtlpSignal.TRACES,
                protocol.target(OtlpSignal.TRACES, config.getOrNull(Settings.OTLP_ENDPOINT)),
                protocol,
                config.get(Settings.OTLP_HEADERS),
                config.get(Settings.OTLP_COMPRESSION).equals("gzip"),
                config.get(Settings.OTLP_TIMEOUT),
                certificate == null ? null : Path.of(certificate));
    }

    static OtlpOptions ofMetrics(AgentConfig config) {
        OtlpProtocol protocol = OtlpProtocol.of(config.get(MetricsSettings.PROTOCOL));
        String certificate = config.getOrNull(MetricsSettings.CERTIFICATE);
        return new OtlpOptions(
                OtlpSignal.METRICS,
                protocol.target(OtlpSignal.METRICS, config.getOrNull(MetricsSettings.ENDPOINT)),
                protocol,
                config.get(MetricsSettings.HEADERS),
                config.get(MetricsSettings.COMPRESSION).equals("gzip"),
                config.get(MetricsSettings.TIMEOUT),
                certificate == null ? null : Path.of(certificate));
    }

    boolean tls() {
        return "https".equals(endpoint.getScheme());
    }

    int timeoutMillis() {
        return (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
    }

    private static boolean isHttp(@Nullable String scheme) {
        return "http".equals(scheme) || "https".equals(scheme);
    }

    /** The value may be a secret and is never named. */
    private static void checkHeader(String name, String value) {
        if (!isPrintable(name) || name.isEmpty() || name.indexOf(' ') >= 0 || name.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "otel.exporter.otlp.headers: not a header's name: " + HttpAnswer.printable(name));
        }
        if (!isPrintable(value)) {
            throw new IllegalArgumentException(
                    "otel.exporter.otlp.headers: the value of " + name + " has a character that no header may have");
        }
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
