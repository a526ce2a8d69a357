package dev.narrative.export.otlp;

import dev.narrative.export.delivery.AnswerReader;
import dev.narrative.export.delivery.HttpAnswer;
import dev.narrative.export.delivery.HttpStatus;
import dev.narrative.export.delivery.Reply;

/** Reads an HTTP answer as OTLP means it. */
final class OtlpHttpAnswers implements AnswerReader {
    @Override
    public Reply read(HttpAnswer answer) {
        if (answer.isSuccess()) {
            return answer.isHtml()
                    ? new Reply.Later("answered with a web page: that is no OTLP endpoint, or a proxy stands before it")
                    : taken(answer);
        }
        String said = describe(answer);
        return HttpStatus.isTransient(answer.status())
                ? new Reply.Later(said, answer.retryAfterMillis())
                : new Reply.Refused(said + advice(answer.status()));
    }

    private static Reply.Taken taken(HttpAnswer answer) {
        return isProtobuf(answer) ? OtlpResponse.taken(answer.body()) : Reply.Taken.ALL;
    }

    private static String describe(HttpAnswer answer) {
        if (answer.status() < 0) {
            return "answered with something that is not HTTP";
        }
        String said = answer.isHtml() ? "with a web page, so that is likely no OTLP endpoint" : explanation(answer);
        return "answered " + answer.status() + (said.isEmpty() ? "" : " (" + said + ")");
    }

    private static String explanation(HttpAnswer answer) {
        return isProtobuf(answer) ? OtlpResponse.explanation(answer.body()) : answer.text();
    }

    private static boolean isProtobuf(HttpAnswer answer) {
        return answer.contentType().startsWith("application/x-protobuf");
    }

    /** What the user can do about it, beginning with a separator; empty when nothing is known. */
    private static String advice(int status) {
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
