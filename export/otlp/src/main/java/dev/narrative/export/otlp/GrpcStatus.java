package dev.narrative.export.otlp;

/** gRPC's status codes in the order of their numbers, and what OTLP makes of them. */
enum GrpcStatus {
    OK,
    CANCELLED,
    UNKNOWN,
    INVALID_ARGUMENT,
    DEADLINE_EXCEEDED,
    NOT_FOUND,
    ALREADY_EXISTS,
    PERMISSION_DENIED,
    RESOURCE_EXHAUSTED,
    FAILED_PRECONDITION,
    ABORTED,
    OUT_OF_RANGE,
    UNIMPLEMENTED,
    INTERNAL,
    UNAVAILABLE,
    DATA_LOSS,
    UNAUTHENTICATED;

    /** The status of a {@code grpc-status} header, {@link #UNKNOWN} when there is no such. */
    static GrpcStatus of(String number) {
        for (GrpcStatus status : values()) {
            if (number.equals(Integer.toString(status.number()))) {
                return status;
            }
        }
        return UNKNOWN;
    }

    /** Whether to send again; a full collector is worth it only when it says when. */
    boolean isTransient(boolean toldWhen) {
        return switch (this) {
            case CANCELLED, ABORTED, OUT_OF_RANGE, UNAVAILABLE, DATA_LOSS -> true;
            case RESOURCE_EXHAUSTED -> toldWhen;
            default -> false;
        };
    }

    /** Whether the collector broke off without knowing itself what became of the request. */
    boolean isAmbiguous() {
        return this == DEADLINE_EXCEEDED;
    }

    /** What the user can do about it, beginning with a separator; empty when nothing is known. */
    String advice() {
        return switch (this) {
            case UNAUTHENTICATED, PERMISSION_DENIED -> "; check otel.exporter.otlp.headers";
            case UNIMPLEMENTED -> "; no OTLP service of this kind listens there";
            case RESOURCE_EXHAUSTED -> "; the collector is full, or its limit for a request is too low";
            default -> "";
        };
    }

    @SuppressWarnings("EnumOrdinal") // the order is the definition
    private int number() {
        return ordinal();
    }
}
