package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Anthropic's messages, on its own host, on Vertex AI and, within {@link BedrockInvoke}, on Bedrock. */
final class AnthropicMessages implements WireFormat {
    @Override
    public String operation() {
        return "chat";
    }

    /** The most tokens must be told here, which other services' messages don't. */
    @Override
    public boolean isRequest(JsonValue body) {
        return Shapes.hasConversation(body)
                && body.get("max_tokens").isNumber()
                && (Shapes.namesModel(body) || body.has("anthropic_version"));
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        call.requestModel(body.text("model"));
        call.streaming(body.get("stream").isTrue());
        call.integer(AttributeNames.GEN_AI_REQUEST_MAX_TOKENS, body.get("max_tokens"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TEMPERATURE, body.get("temperature"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_P, body.get("top_p"));
        call.decimal(AttributeNames.GEN_AI_REQUEST_TOP_K, body.get("top_k"));
        call.strings(AttributeNames.GEN_AI_REQUEST_STOP_SEQUENCES, body.get("stop_sequences"));
        call.string(AttributeNames.LLM_SERVICE_TIER, body.get("service_tier"));
        call.string(
                AttributeNames.LLM_REASONING_EFFORT, body.get("output_config").get("effort"));
        call.tools(body.get("tools"));
        if (body.has("system")) {
            AnthropicBlocks.content(body.get("system"), call.system());
        }
        for (JsonValue message : body.get("messages").elements()) {
            AnthropicBlocks.message(message, call);
        }
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        if (body.text("type", "").equals("error")) {
            ErrorBody.read(body, call);
            return;
        }
        OpenAi.identity(body, call);
        Message message = call.output(0);
        AnthropicBlocks.content(body.get("content"), message);
        if (body.get("content").size() > 0) {
            call.tokenArrived();
        }
        call.finish(0, body.text("stop_reason"));
        AnthropicUsage.read(body.get("usage"), call);
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        switch (data.text("type", event == null ? "" : event)) {
            case "message_start" -> {
                OpenAi.identity(data.get("message"), call);
                AnthropicUsage.read(data.get("message").get("usage"), call);
            }
            case "content_block_start" -> {
                call.tokenArrived();
                AnthropicBlocks.begin(key(data), data.get("content_block"), call.output(0));
            }
            case "content_block_delta" -> {
                call.tokenArrived();
                AnthropicBlocks.delta(key(data), data.get("delta"), call.output(0));
            }
            case "message_delta" -> {
                call.finish(0, data.get("delta").text("stop_reason"));
                AnthropicUsage.read(data.get("usage"), call);
            }
            case "error" -> ErrorBody.read(data, call);
            case "message" -> answer(data, call);
            default -> {
                // Pings, and the ends of blocks and of the message, tell nothing.
            }
        }
    }

    @Override
    public @Nullable Message speaker(JsonValue data, JsonValue text, ModelCall call) {
        JsonValue delta = data.get("delta");
        boolean isAll = data.text("type", "").equals("content_block_delta")
                && delta.text("type", "").equals("text_delta")
                && delta.get("text") == text;
        return isAll ? call.output(0) : null;
    }

    private static String key(JsonValue data) {
        return Long.toString(data.get("index").integer(0));
    }
}
