package dev.narrative.console.store;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.StatusCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of a span's attributes and events what stores keep or search: whom it belongs to, what it cost, what it says. */
public final class SpanFacts implements AttributeVisitor {
    private @Nullable String session;
    private @Nullable String story;
    private @Nullable String user;
    private @Nullable String type;
    private @Nullable String operation;
    private @Nullable String requestModel;
    private @Nullable String responseModel;
    private @Nullable String errorType;
    private @Nullable String errorMessage;
    private @Nullable Double cost;
    private long inputTokens;
    private long outputTokens;
    private long firstTokenNanos = -1;
    private final StringBuilder input = new StringBuilder();
    private final StringBuilder output = new StringBuilder();

    private SpanFacts() {}

    public static SpanFacts of(SpanData span) {
        SpanFacts facts = new SpanFacts();
        span.visitAttributes(facts);
        for (SpanEvent event : span.events()) {
            if (event.name().equals(AttributeNames.EXCEPTION_EVENT)) {
                facts.exception(event.attributes());
            }
        }
        if (span.status() == StatusCode.ERROR && facts.errorMessage == null) {
            facts.errorMessage = span.statusMessage();
        }
        return facts;
    }

    /** Whether a span carries a score. */
    public static boolean isScored(SpanData span) {
        for (SpanEvent event : span.events()) {
            if (event.name().equals(AttributeNames.GEN_AI_EVALUATION_RESULT_EVENT)) {
                return true;
            }
        }
        return false;
    }

    public @Nullable String session() {
        return session;
    }

    public @Nullable String story() {
        return story;
    }

    public @Nullable String user() {
        return user;
    }

    /** {@link AttributeNames#TYPE}. */
    public @Nullable String type() {
        return type;
    }

    /** The model that answered, or else the one that was asked. */
    public @Nullable String model() {
        return responseModel != null ? responseModel : requestModel;
    }

    public @Nullable String operation() {
        return operation;
    }

    /** Whether it is a call of a model, a tool, an agent or their like. */
    public boolean isCall() {
        return operation != null || model() != null;
    }

    /** The class or kind of what went wrong. */
    public @Nullable String errorType() {
        return errorType;
    }

    public @Nullable String errorMessage() {
        return errorMessage;
    }

    /** The short name of an error: its kind where it is known, else its message. */
    public @Nullable String errorName() {
        return errorType != null ? errorType : errorMessage;
    }

    /** Kind and message of an error, to be searched; empty where there is none. */
    public String errorText() {
        if (errorType == null) {
            return errorMessage == null ? "" : errorMessage;
        }
        return errorMessage == null ? errorType : errorType + " " + errorMessage;
    }

    public @Nullable Double cost() {
        return cost;
    }

    public long inputTokens() {
        return inputTokens;
    }

    public long outputTokens() {
        return outputTokens;
    }

    /** Nanoseconds, -1 where it is not known. */
    public long firstTokenNanos() {
        return firstTokenNanos;
    }

    /** All that went in, as it was captured; empty where nothing was. */
    public String input() {
        return input.toString();
    }

    public String output() {
        return output.toString();
    }

    @Override
    public void string(String key, String value) {
        switch (key) {
            case AttributeNames.SESSION_ID -> session = value;
            case AttributeNames.STORY_ID -> story = value;
            case AttributeNames.USER_ID -> user = value;
            case AttributeNames.TYPE -> type = value;
            case AttributeNames.GEN_AI_OPERATION_NAME -> operation = value;
            case AttributeNames.GEN_AI_REQUEST_MODEL -> requestModel = value;
            case AttributeNames.GEN_AI_RESPONSE_MODEL -> responseModel = value;
            case AttributeNames.ERROR_TYPE -> errorType = value;
            case AttributeNames.INPUT,
                    AttributeNames.GEN_AI_SYSTEM_INSTRUCTIONS,
                    AttributeNames.GEN_AI_INPUT_MESSAGES,
                    AttributeNames.GEN_AI_TOOL_CALL_ARGUMENTS -> append(input, value);
            case AttributeNames.OUTPUT, AttributeNames.GEN_AI_OUTPUT_MESSAGES, AttributeNames.GEN_AI_TOOL_CALL_RESULT ->
                append(output, value);
            default -> {}
        }
    }

    @Override
    public void integer(String key, long value) {
        switch (key) {
            case AttributeNames.GEN_AI_USAGE_INPUT_TOKENS -> inputTokens = Math.max(0, value);
            case AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS -> outputTokens = Math.max(0, value);
            case AttributeNames.COST_TOTAL, AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK ->
                decimal(key, (double) value);
            default -> {}
        }
    }

    @Override
    public void decimal(String key, double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        if (key.equals(AttributeNames.COST_TOTAL)) {
            cost = value;
        } else if (key.equals(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK) && value >= 0) {
            firstTokenNanos = (long) (value * 1e9);
        }
    }

    @Override
    public void bool(String key, boolean value) {}

    @Override
    public void strings(String key, List<String> values) {}

    private void exception(Attributes attributes) {
        if (errorType == null && attributes.get(AttributeNames.EXCEPTION_TYPE) instanceof String known) {
            errorType = known;
        }
        if (attributes.get(AttributeNames.EXCEPTION_MESSAGE) instanceof String known) {
            errorMessage = known;
        }
    }

    private static void append(StringBuilder text, String more) {
        text.append(text.length() == 0 ? "" : "\n").append(more);
    }
}
