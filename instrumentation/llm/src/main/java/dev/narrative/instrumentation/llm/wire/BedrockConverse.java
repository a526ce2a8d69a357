package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.json.JsonValue;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bedrock's Converse, one format for all of its models. */
final class BedrockConverse implements WireFormat {
    @Override
    public String operation() {
        return "chat";
    }

    @Override
    public boolean isRequest(JsonValue body) {
        return Shapes.hasConversation(body) || body.has("promptVariables");
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        JsonValue config = body.get("inferenceConfig");
        call.decimal(AttributeNames.GEN_AI_REQUEST_TEMPERATURE, config.get("temperature"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_P, config.get("topP"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_K, config.get("topK"));
        call.decimal(
                AttributeNames.GEN_AI_REQUEST_TOP_K,
                body.get("additionalModelRequestFields").get("top_k"));
        call.integer(AttributeNames.GEN_AI_REQUEST_MAX_TOKENS, config.get("maxTokens"));
        call.strings(AttributeNames.GEN_AI_REQUEST_STOP_SEQUENCES, config.get("stopSequences"));
        call.string(AttributeNames.LLM_SERVICE_TIER, body.get("serviceTier").get("type"));
        call.tools(body.get("toolConfig").get("tools"));
        if (body.get("system").size() > 0) {
            ConverseBlocks.content(body.get("system"), call.system());
        }
        for (JsonValue message : body.get("messages").elements()) {
            JsonValue content = message.get("content");
            boolean isToolAnswer = content.at(0).has("toolResult");
            ConverseBlocks.content(content, call.input(isToolAnswer ? "tool" : message.text("role", "user")));
        }
    }

    @Override
    public void headers(Function<String, @Nullable String> headers, ModelCall call) {
        BedrockErrors.headers(headers, call);
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        JsonValue content = body.get("output").get("message").get("content");
        if (content.size() > 0) {
            ConverseBlocks.content(content, call.output(0));
            call.tokenArrived();
        }
        call.finish(0, body.text("stopReason"));
        BedrockUsage.read(body.get("usage"), call);
    }

    /** A stream without names, as of Nova's own format, has each event in a member of its name. */
    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        if (event != null) {
            event(event, data, call);
        } else if (data.has("output")) {
            answer(data, call);
        } else {
            for (String name : data.names()) {
                event(name, data.get(name), call);
            }
        }
    }

    private static void event(String event, JsonValue data, ModelCall call) {
        String key = "#" + data.get("contentBlockIndex").integer(0);
        switch (event) {
            case "contentBlockStart" -> {
                Message message = call.output(0);
                ConverseBlocks.begin(key, data.get("start"), message);
            }
            case "contentBlockDelta" -> {
                ConverseBlocks.delta(key, data.get("delta"), call.output(0));
                call.tokenArrived();
            }
            case "messageStop" -> call.finish(0, data.text("stopReason"));
            case "metadata" -> BedrockUsage.read(data.get("usage"), call);
            default -> {
                if (isError(event)) {
                    call.error(event, data.text("message"));
                }
            }
        }
    }

    static boolean isError(String event) {
        String name = event.toLowerCase(Locale.ROOT);
        return name.endsWith("exception") || name.endsWith("error") || name.endsWith("failure");
    }
}
