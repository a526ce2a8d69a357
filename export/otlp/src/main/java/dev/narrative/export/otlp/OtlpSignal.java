package dev.narrative.export.otlp;

/** What is sent; each has an address of its own. */
enum OtlpSignal {
    TRACES("traces", "/v1/traces", "/opentelemetry.proto.collector.trace.v1.TraceService/Export"),
    METRICS("metrics", "/v1/metrics", "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export");

    private final String target;
    private final String httpPath;
    private final String grpcPath;

    OtlpSignal(String target, String httpPath, String grpcPath) {
        this.target = target;
        this.httpPath = httpPath;
        this.grpcPath = grpcPath;
    }

    /** The name that its requests bear. */
    String target() {
        return target;
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
