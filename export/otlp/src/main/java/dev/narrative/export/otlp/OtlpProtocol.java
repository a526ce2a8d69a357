package dev.narrative.export.otlp;

/** How requests travel; the names are those of {@code otel.exporter.otlp.protocol}. */
enum OtlpProtocol {
    HTTP_PROTOBUF("http/protobuf", "http://localhost:4318"),
    GRPC("grpc", "http://localhost:4317");

    private final String text;
    private final String defaultEndpoint;

    OtlpProtocol(String text, String defaultEndpoint) {
        this.text = text;
        this.defaultEndpoint = defaultEndpoint;
    }

    String defaultEndpoint() {
        return defaultEndpoint;
    }

    static OtlpProtocol of(String text) {
        for (OtlpProtocol protocol : values()) {
            if (protocol.text.equals(text)) {
                return protocol;
            }
        }
        throw new IllegalArgumentException(
                "otel.exporter.otlp.protocol is " + text + ": expected http/protobuf or grpc");
    }
}
