package dev.narrative.export.langfuse;

import dev.narrative.core.config.LangfuseSettings;
import dev.narrative.core.log.AgentLog;
import dev.narrative.export.delivery.HttpAnswer;
import dev.narrative.export.delivery.HttpStatus;
import dev.narrative.export.delivery.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Answers that say no. What a user has to put right (keys, address, a proxy) is said once in plain words, and the requests
 * wait until it is; what is wrong with a request itself makes that one useless.
 */
final class Complaints {
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int SERVER_ERROR = 500;

    private final String host;
    private @Nullable String said;

    Complaints(String host) {
        this.host = host;
    }

    /** What came of an answer that isn't a plain yes. */
    Reply read(HttpAnswer answer) {
        String advice = advice(answer);
        if (advice != null) {
            say(advice);
            return new Reply.Later(advice, answer.retryAfterMillis());
        }
        int status = answer.status();
        String text = answer.text();
        String told = "answered " + status + (text.isEmpty() ? "" : " (" + text + ")");
        if (status == GATEWAY_TIMEOUT) {
            return new Reply.Ambiguous(told);
        }
        return HttpStatus.isTransient(status) || status == SERVER_ERROR
                ? new Reply.Later(told, answer.retryAfterMillis())
                : new Reply.Refused(told);
    }

    /** All is well again: whatever comes next is news. */
    synchronized void settle() {
        said = null;
    }

    private synchronized void say(String advice) {
        if (!advice.equals(said)) {
            said = advice;
            AgentLog.warn("Langfuse: " + host + ' ' + advice + "; spans wait until then");
        }
    }

    /** What is to be put right on this side, {@code null} when nothing is known. */
    private static @Nullable String advice(HttpAnswer answer) {
        int status = answer.status();
        String hostKey = LangfuseSettings.HOST.key();
        if (status < 0) {
            return "does not speak HTTP; check " + hostKey;
        }
        if (status == 401 || status == 403) {
            return "does not know these keys (" + status + "); check " + LangfuseSettings.PUBLIC_KEY.key() + " and "
                    + LangfuseSettings.SECRET_KEY.key() + ", and whether they are of this server";
        }
        if (answer.isHtml()) {
            return "answered " + status + " with a web page; is " + hostKey
                    + " Langfuse's address, or does a proxy or a login stand before it?";
        }
        if (status >= 300 && status < 400) {
            return "points elsewhere (" + status + "); set " + hostKey + " to the address that it points to";
        }
        return switch (status) {
            case 404, 405 -> "has no such API (" + status + "); is " + hostKey + " Langfuse's address?";
            case 407 -> "is behind a proxy that wants a login (407)";
            default -> null;
        };
    }
}
