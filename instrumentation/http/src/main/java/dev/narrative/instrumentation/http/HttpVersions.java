package dev.narrative.instrumentation.http;

/** Versions as OpenTelemetry writes them. */
public final class HttpVersions {
    private HttpVersions() {}

    /** The version in a protocol's name, such as {@code 1.1} in {@code HTTP/1.1} and {@code 2} in {@code HTTP/2.0}. */
    public static String of(String protocol) {
        String version = protocol.substring(protocol.indexOf('/') + 1);
        return version.equals("2.0") || version.equals("3.0") ? version.substring(0, 1) : version;
    }
}
