package dev.narrative.model.tree;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanData;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.StatusCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects of a span what its line and the head of the tree show. */
final class SpanFacts implements AttributeVisitor {
    @Nullable
    String session;

    @Nullable
    String story;

    @Nullable
    String requestModel;

    @Nullable
    String responseModel;

    @Nullable
    String errorType;

    long inputTokens;
    long outputTokens;
    double cost;

    static SpanFacts of(SpanData span) {
        SpanFacts facts = new SpanFacts();
        span.visitAttributes(facts);
        if (facts.errorType == null) {
            for (SpanEvent event : span.events()) {
                Attributes attributes = event.attributes();
                if (event.name().equals(AttributeNames.EXCEPTION_EVENT)
                        && attributes.get(AttributeNames.EXCEPTION_TYPE) instanceof String type) {
                    facts.errorType = type;
                }
            }
        }
        return facts;
    }

    /** The error's type without its package, the status's message where no type is known. */
    static String error(SpanData span, SpanFacts facts) {
        String type = facts.errorType;
        if (type != null) {
            int end = type.endsWith(".") ? type.length() - 1 : type.length();
            return type.substring(type.lastIndexOf('.', end - 1) + 1);
        }
        String message = span.statusMessage();
        return span.status() == StatusCode.ERROR && message != null ? message : "";
    }

    @Nullable
    String model() {
        return responseModel != null ? responseModel : requestModel;
    }

    boolean hasTokens() {
        return inputTokens > 0 || outputTokens > 0;
    }

    @Override
    public void string(String key, String value) {
        switch (key) {
            case AttributeNames.SESSION_ID -> session = value;
            case AttributeNames.STORY_ID -> story = value;
            case AttributeNames.GEN_AI_REQUEST_MODEL -> requestModel = value;
            case AttributeNames.GEN_AI_RESPONSE_MODEL -> responseModel = value;
            case AttributeNames.ERROR_TYPE -> errorType = value;
            default -> {}
        }
    }

    @Override
    public void integer(String key, long value) {
        switch (key) {
            case AttributeNames.GEN_AI_USAGE_INPUT_TOKENS -> inputTokens = value;
            case AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS -> outputTokens = value;
            default -> {}
        }
    }

    @Override
    public void decimal(String key, double value) {
        if (key.equals(AttributeNames.COST_TOTAL)) {
            cost = value;
        }
    }

    @Override
    public void bool(String key, boolean value) {}

    @Override
    public void strings(String key, List<String> values) {}
}
