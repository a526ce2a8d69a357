package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.json.JsonValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Bedrock's InvokeModel, whose bodies are the models' own. Those of other providers' formats are read by them, known by
 * their shape, since a model's id may be an account's own name.
 */
final class BedrockInvoke implements WireFormat {
    private static final String METRICS = "amazon-bedrock-invocationMetrics";

    private final WireFormat anthropic = new AnthropicMessages();
    private final WireFormat converse = new BedrockConverse();
    private final WireFormat openAi = new OpenAiChat();
    private final WireFormat cohere = new CohereChat();
    private final WireFormat cohereEmbed = new CohereEmbed();

    @Override
    public String operation() {
        return "chat";
    }

    @Override
    public boolean isRequest(JsonValue body) {
        return requestFormat(body) != null || BedrockTexts.isRequest(body);
    }

    private @Nullable WireFormat requestFormat(JsonValue body) {
        if (body.has("anthropic_version")) {
            return anthropic;
        }
        if (Shapes.hasConversation(body)) {
            return body.has("inferenceConfig")
                            || isUntyped(
                                    body.get("messages").at(0).get("content").at(0))
                    ? converse
                    : openAi;
        }
        if (body.text("message") != null) {
            return cohere;
        }
        return cohereEmbed.isRequest(body) ? cohereEmbed : null;
    }

    /** A block of Converse's has no type. */
    private static boolean isUntyped(JsonValue block) {
        return block.isObject() && !block.has("type");
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        WireFormat format = requestFormat(body);
        if (format == null) {
            BedrockTexts.request(body, call);
        } else {
            format.request(body, call);
        }
    }

    @Override
    public void headers(Function<String, @Nullable String> headers, ModelCall call) {
        BedrockErrors.headers(headers, call);
        BedrockUsage.headers(headers, call);
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        if (body.text("type", "").equals("message")) {
            anthropic.answer(body, call);
        } else if (body.has("output")) {
            converse.answer(body, call);
        } else if (isOpenAi(body)) {
            openAi.answer(body, call);
        } else if (body.has("generation_id") && body.has("text")) {
            cohere.answer(body, call);
        } else {
            BedrockTexts.answer(body, call);
        }
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        if (event != null && BedrockConverse.isError(event)) {
            call.error(event, data.text("message"));
            return;
        }
        if (data.has("event_type")) {
            cohere.piece(null, data, call);
        } else if (data.text("type") != null) {
            anthropic.piece(null, data, call);
        } else if (isOpenAi(data)) {
            openAi.piece(null, data, call);
        } else if (isConverseEvent(data)) {
            converse.piece(null, data, call);
        } else {
            BedrockTexts.answer(data, call);
        }
        BedrockUsage.metrics(data.get(METRICS), call);
    }

    private static boolean isOpenAi(JsonValue body) {
        JsonValue choice = body.get("choices").at(0);
        return choice.has("message") || choice.has("delta");
    }

    private static boolean isConverseEvent(JsonValue data) {
        return data.has("output")
                || data.has("contentBlockDelta")
                || data.has("contentBlockStart")
                || data.has("messageStop")
                || data.has("metadata");
    }
}
