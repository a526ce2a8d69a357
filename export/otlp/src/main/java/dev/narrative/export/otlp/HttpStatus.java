package dev.narrative.export.otlp;

/** What a status other than 2xx means for a request, by the OTLP specification. */
final class HttpStatus {
    private HttpStatus() {}

    static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    static boolean isTransient(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    /** What the user can do about it, beginning with a separator; empty when nothing is known. */
    static String advice(int status) {
        if (status >= 300 && status < 400) {
            return "; redirects are not followed, set otel.exporter.otlp.endpoint to the address it points to";
        }
        return switch (status) {
            case 401, 403 -> "; check otel.exporter.otlp.headers";
            case 404, 405 -> "; is the path right, and does OTLP over HTTP listen there?";
            case 407 -> "; the proxy wants a login";
            case 413 -> "; the collector's limit for a request is too low";
            case 415 -> "; the endpoint does not take OTLP/protobuf";
            default -> "";
        };
    }
}
