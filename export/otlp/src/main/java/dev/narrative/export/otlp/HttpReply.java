package dev.narrative.export.otlp;

/** Reads an HTTP answer as OTLP means it. */
final class HttpReply {
    private HttpReply() {}

    static Reply of(int status, Answer answer, long retryAfterMillis) {
        if (HttpStatus.isSuccess(status)) {
            return answer.isHtml()
                    ? new Reply.Refused("answered with a web page: that is no OTLP endpoint")
                    : answer.taken();
        }
        String said = describe(status, answer);
        return HttpStatus.isTransient(status)
                ? new Reply.Later(said, retryAfterMillis)
                : new Reply.Refused(said + HttpStatus.advice(status));
    }

    private static String describe(int status, Answer answer) {
        if (status < 0) {
            return "answered with something that is not HTTP";
        }
        String said = answer.isHtml() ? "with a web page, so that is likely no OTLP endpoint" : answer.explanation();
        return "answered " + status + (said.isEmpty() ? "" : " (" + said + ")");
    }
}
