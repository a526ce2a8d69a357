package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Writes one answer the way OpenAI's chat does; every field that OpenAI sends stands there. */
final class ChatWire {
    private static final int ARGUMENT_PIECES = 3;

    private final Prompt prompt;
    private final Answer answer;
    private final int choices;
    private final boolean includeUsage;

    ChatWire(Prompt prompt, Answer answer) {
        this.prompt = prompt;
        this.answer = answer;
        this.choices = Math.max(1, prompt.body().path("n").asInt(1));
        this.includeUsage = prompt.body().at("/stream_options/include_usage").asBoolean(false);
    }

    ObjectNode completion() {
        ObjectNode root = head("chat.completion");
        ArrayNode list = root.putArray("choices");
        for (int index = 0; index < choices; index++) {
            ObjectNode choice = list.addObject().put("index", index);
            choice.set("message", message(index));
            choice.putNull("logprobs").put("finish_reason", finish(answer.finish()));
        }
        OpenAiUsage.put(root, answer.usage());
        return tail(root);
    }

    /** Role, one piece of the text each, finish, usage; with more choices than one, each in turn. */
    void chunks(EventSink out) throws IOException {
        if (OpenAiApi.isDeployment(prompt.request())) {
            out.event("", promptFilter());
        }
        ObjectNode start = Json.object().put("role", "assistant").put("content", "");
        everyChoice(out, start.putNull("refusal"));
        for (String piece : Pieces.words(answer.reasoning())) {
            everyChoice(out, Json.object().put("reasoning_content", piece));
        }
        for (String piece : answer.pieces()) {
            everyChoice(out, Json.object().put("content", piece));
        }
        for (int index = 1; index < choices; index++) {
            out.event("", chunk(index, Json.object().put("content", mark(index))));
        }
        toolCalls(out);
        everyChoice(out, Json.object());
        if (includeUsage) {
            ObjectNode last = head("chat.completion.chunk");
            last.putArray("choices");
            OpenAiUsage.put(last, answer.usage());
            out.event("", tail(last));
        }
    }

    private void toolCalls(EventSink out) throws IOException {
        List<ToolCall> calls = answer.toolCalls();
        for (int i = 0; i < calls.size(); i++) {
            ToolCall call = calls.get(i);
            ObjectNode start =
                    Json.object().put("index", i).put("id", call.id()).put("type", "function");
            start.putObject("function").put("name", call.name()).put("arguments", "");
            everyChoice(out, toolDelta(start));
            for (String piece : Pieces.of(call.arguments(), ARGUMENT_PIECES)) {
                ObjectNode more = Json.object().put("index", i);
                more.putObject("function").put("arguments", piece);
                everyChoice(out, toolDelta(more));
            }
        }
    }

    private static ObjectNode toolDelta(ObjectNode call) {
        ObjectNode delta = Json.object();
        delta.putArray("tool_calls").add(call);
        return delta;
    }

    private void everyChoice(EventSink out, ObjectNode delta) throws IOException {
        for (int index = 0; index < choices; index++) {
            out.event("", chunk(index, delta.deepCopy()));
        }
    }

    private ObjectNode message(int index) {
        ObjectNode message = Json.object().put("role", "assistant");
        String text = answer.wholeText() + mark(index);
        message.put("content", text.isEmpty() ? null : text);
        if (!answer.reasoning().isEmpty()) {
            message.put("reasoning_content", answer.reasoning());
        }
        if (!answer.toolCalls().isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            for (ToolCall call : answer.toolCalls()) {
                ObjectNode node = calls.addObject().put("id", call.id()).put("type", "function");
                node.putObject("function").put("name", call.name()).put("arguments", call.arguments());
            }
        }
        message.putNull("refusal").putArray("annotations");
        return message;
    }

    /** An empty delta ends the answer. */
    private ObjectNode chunk(int index, ObjectNode delta) {
        ObjectNode root = head("chat.completion.chunk");
        ObjectNode choice = root.putArray("choices").addObject().put("index", index);
        choice.set("delta", delta);
        choice.putNull("logprobs").put("finish_reason", delta.isEmpty() ? finish(answer.finish()) : null);
        if (includeUsage) {
            root.putNull("usage");
        }
        return tail(root);
    }

    /** What Azure sends before anything else. */
    private static ObjectNode promptFilter() {
        ObjectNode root = Json.object();
        root.putArray("choices");
        root.put("created", 0).put("id", "").put("model", "").put("object", "");
        ObjectNode result = root.putArray("prompt_filter_results").addObject().put("prompt_index", 0);
        ObjectNode filters = result.putObject("content_filter_results");
        for (String kind : List.of("hate", "self_harm", "sexual", "violence")) {
            filters.putObject(kind).put("filtered", false).put("severity", "safe");
        }
        return root;
    }

    private ObjectNode head(String object) {
        return Json.object()
                .put("id", answer.idOr("chatcmpl-" + prompt.number()))
                .put("object", object)
                .put("created", Json.CREATED)
                .put("model", OpenAiApi.model(prompt, answer));
    }

    private static ObjectNode tail(ObjectNode root) {
        return root.put("service_tier", "default").put("system_fingerprint", "fp_narrative");
    }

    /** Tells the choices apart; the first is the answer itself. */
    private static String mark(int index) {
        return index == 0 ? "" : " [choice " + index + "]";
    }

    static String finish(Finish finish) {
        return switch (finish) {
            case STOP, STOP_SEQUENCE -> "stop";
            case LENGTH -> "length";
            case TOOL_CALLS -> "tool_calls";
            case CONTENT_FILTER -> "content_filter";
        };
    }
}
