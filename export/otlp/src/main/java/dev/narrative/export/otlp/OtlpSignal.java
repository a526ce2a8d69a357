package dev.narrative.export.otlp;

/** What is sent; each has an address of its own. */
enum OtlpSignal {
    TRACES("/v1/traces", "/opentelemetry.proto.collector.trace.v1.TraceService/Export"),
    METRICS("/v1/metrics", "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export");

    private final String httpPath;
    private final String grpcPath;

    OtlpSignal(String httpPath, String grpcPath) {
        this.httpPath = httpPath;
        this.grpcPath = grpcPath;
    }

    /** What is added to the base address. */
    String httpPath() {
        return httpPath;
    }

    /** The service and its method. */
    String grpcPath() {
        return grpcPath;
    }
}
