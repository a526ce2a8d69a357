package dev.narrative.export.langfuse;

import dev.narrative.core.config.LangfuseSettings;
import dev.narrative.export.delivery.AnswerReader;
import dev.narrative.export.delivery.HttpAnswer;
import dev.narrative.export.delivery.HttpStatus;
import dev.narrative.export.delivery.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Langfuse answers to spans. What a user has to put right (keys, address, a proxy) is told in plain words, and
 * the requests wait until it is; what is wrong with a request itself makes that one useless.
 */
final class LangfuseAnswers implements AnswerReader {
    private static final int SERVER_ERROR = 500;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final String HOST = LangfuseSettings.HOST.key();

    @Override
    public Reply read(HttpAnswer answer) {
        return isYes(answer) ? Reply.Taken.ALL : no(answer);
    }

    static boolean isYes(HttpAnswer answer) {
        return answer.isSuccess() && !answer.isHtml();
    }

    /** What came of an answer that isn't a yes. */
    static Reply no(HttpAnswer answer) {
        String advice = advice(answer);
        if (advice != null) {
            return new Reply.Later(advice, answer.retryAfterMillis());
        }
        int status = answer.status();
        String text = answer.text();
        String told = "answered " + status + (text.isEmpty() ? "" : " (" + text + ")");
        if (status == GATEWAY_TIMEOUT) {
            return new Reply.Ambiguous(told); // the server behind may have taken it
        }
        return HttpStatus.isTransient(status) || status == SERVER_ERROR
                ? new Reply.Later(told, answer.retryAfterMillis())
                : new Reply.Refused(told);
    }

    /** What is to be put right on this side, {@code null} when nothing is known. */
    private static @Nullable String advice(HttpAnswer answer) {
        int status = answer.status();
        if (status < 0) {
            return "does not speak HTTP; check " + HOST;
        }
        if (status == 401 || status == 403) {
            return "does not know these keys (" + status + "); check " + LangfuseSettings.PUBLIC_KEY.key() + " and "
                    + LangfuseSettings.SECRET_KEY.key() + ", and whether they are of this server";
        }
        if (answer.isHtml() && status < SERVER_ERROR) {
            return "answered " + status + " with a web page; is " + HOST
                    + " Langfuse's address, or does a proxy or a login stand before it?";
        }
        if (status >= 300 && status < 400) {
            return "points elsewhere (" + status + "); set " + HOST + " to the address that it points to";
        }
        return switch (status) {
            case 404, 405 -> "has no such API (" + status + "); is " + HOST + " Langfuse's address?";
            case 407 -> "is behind a proxy that wants a login (407)";
            default -> null;
        };
    }
}
