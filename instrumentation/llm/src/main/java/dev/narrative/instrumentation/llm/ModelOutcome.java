package dev.narrative.instrumentation.llm;

import dev.narrative.core.trace.Span;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.masking.Masking;
import org.jspecify.annotations.Nullable;

/** How a model call went, as its span says it. The provider's own words tell more than an SDK's exception. */
final class ModelOutcome {
    private static final int FIRST_ERROR = 400;
    private static final int LONGEST_MESSAGE = 2_000;

    private ModelOutcome() {}

    static void apply(Span span, ModelCall call, int status, @Nullable Throwable error, boolean cancelled) {
        String type = call.errorType();
        String message = call.errorMessage();
        if (message != null || type != null || status >= FIRST_ERROR) {
            span.fail(message == null ? null : clean(message));
            span.attributes().put(AttributeNames.ERROR_TYPE, type == null ? orOther(status) : type);
        } else if (error != null) {
            span.fail(error);
        }
        if (cancelled) {
            span.attributes().put(AttributeNames.CANCELLED, true);
        }
    }

    private static String orOther(int status) {
        return status >= FIRST_ERROR ? Integer.toString(status) : "_OTHER";
    }

    private static String clean(String message) {
        return Masking.maskStart(message, LONGEST_MESSAGE);
    }
}
