package dev.narrative.instrumentation.http;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;

/** The methods that HTTP knows; any other would make span names that nobody can count. */
final class HttpMethods {
    private static final String OTHER = "_OTHER";

    private HttpMethods() {}

    /** How a span is named whose route is not known. */
    static String spanName(String method) {
        return isKnown(method) ? method : "HTTP";
    }

    static void visit(String method, AttributeVisitor visitor) {
        if (isKnown(method)) {
            visitor.string(AttributeNames.HTTP_REQUEST_METHOD, method);
        } else {
            visitor.string(AttributeNames.HTTP_REQUEST_METHOD, OTHER);
            if (!method.isEmpty()) {
                visitor.string(AttributeNames.HTTP_REQUEST_METHOD_ORIGINAL, method);
            }
        }
    }

    private static boolean isKnown(String method) {
        return switch (method) {
            case "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "CONNECT", "QUERY" -> true;
            default -> false;
        };
    }
}
