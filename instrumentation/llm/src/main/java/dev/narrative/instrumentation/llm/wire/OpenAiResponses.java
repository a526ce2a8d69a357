package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** OpenAI's responses: items go in, items come out, and a stream tells of each item by events of its own. */
final class OpenAiResponses implements WireFormat {
    @Override
    public String operation() {
        return "chat";
    }

    @Override
    public boolean isRequest(JsonValue body) {
        return (Shapes.namesModel(body)
                        && (Shapes.isInput(body.get("input")) || body.text("previous_response_id") != null))
                || body.get("prompt").text("id") != null;
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        OpenAi.parameters(body, call);
        JsonValue conversation = body.get("conversation");
        call.conversation(conversation.isObject() ? conversation.text("id") : conversation.text());
        call.tools(body.get("tools"));
        if (body.text("instructions") != null) {
            call.system().text(body.get("instructions"));
        }
        JsonValue input = body.get("input");
        if (input.text() != null) {
            call.input("user").text(input);
        }
        for (JsonValue item : input.elements()) {
            ResponseItems.input(item, call);
        }
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        OpenAi.identity(body, call);
        OpenAi.error(body, call);
        JsonValue conversation = body.get("conversation");
        call.conversation(conversation.isObject() ? conversation.text("id") : conversation.text());
        JsonValue items = body.get("output");
        // At the end of a stream the items come once more.
        if (items.size() > 0 && call.output(0).isEmpty()) {
            int number = 0;
            for (JsonValue item : items.elements()) {
                ResponseItems.output(Integer.toString(number++), item, call.output(0));
            }
            call.tokenArrived();
        }
        OpenAiUsage.read(body.get("usage"), call);
        finish(body, call);
    }

    private static void finish(JsonValue body, ModelCall call) {
        String status = body.text("status", "");
        switch (status) {
            case "completed", "failed", "cancelled" -> call.finish(0, status);
            case "incomplete" -> call.finish(0, body.get("incomplete_details").text("reason", status));
            default -> {
                // Queued or in progress: the end is told another time.
            }
        }
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        String type = data.text("type", event == null ? "" : event);
        if (type.endsWith(".delta")) {
            delta(type, data, call);
            return;
        }
        switch (type) {
            case "response.output_item.added" -> {
                Message message = call.output(0);
                ResponseItems.begin(key(data), data.get("item"), message);
            }
            case "error" -> {
                if (data.has("error")) {
                    ErrorBody.read(data, call);
                } else {
                    call.error(data.text("code"), data.text("message"));
                }
            }
            default -> {
                JsonValue response = data.get("response");
                if (response.isObject()) {
                    answer(response, call);
                } else if (data.has("output") || data.text("object", "").equals("response")) {
                    answer(data, call);
                }
            }
        }
    }

    private static void delta(String type, JsonValue data, ModelCall call) {
        JsonValue delta = data.get("delta");
        Message message = call.output(0);
        switch (type) {
            case "response.output_text.delta", "response.refusal.delta", "response.audio.transcript.delta" ->
                message.text(delta);
            case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" -> message.reasoning(delta);
            case "response.function_call_arguments.delta",
                    "response.custom_tool_call_input.delta",
                    "response.mcp_call_arguments.delta" -> message.toolArguments(key(data), delta);
            default -> {
                return;
            }
        }
        call.tokenArrived();
    }

    private static String key(JsonValue data) {
        return Long.toString(data.get("output_index").integer(0));
    }
}
