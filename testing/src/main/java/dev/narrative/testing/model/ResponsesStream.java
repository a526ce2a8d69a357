package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** The typed events of one streamed response of OpenAI, numbered from 0. */
final class ResponsesStream {
    private static final int ARGUMENT_PIECES = 3;

    private final ResponsesWire wire;
    private final Answer answer;
    private final EventSink out;
    private int sequence;
    private int item;

    ResponsesStream(ResponsesWire wire, Answer answer, EventSink out) {
        this.wire = wire;
        this.answer = answer;
        this.out = out;
    }

    void write() throws IOException {
        send("response.created", Json.nested("response", wire.begun()));
        send("response.in_progress", Json.nested("response", wire.begun()));
        if (!answer.reasoning().isEmpty()) {
            reasoning();
        }
        if (!answer.text().isEmpty()) {
            message();
        }
        for (ToolCall call : answer.toolCalls()) {
            functionCall(call);
        }
        // A huge answer is told piece by piece alone: the whole would have to be held in memory.
        boolean huge = answer.repetitions() > 1;
        ResponsesWire last = huge ? wire.with(answer.once()) : wire;
        send("response." + wire.status(), Json.nested("response", last.finished()));
    }

    private void reasoning() throws IOException {
        String id = wire.reasoningId();
        send("response.output_item.added", item(wire.reasoning("")));
        ObjectNode begun = part(id, "summary_index");
        begun.set("part", ResponsesWire.summaryText(""));
        send("response.reasoning_summary_part.added", begun);
        for (String piece : Pieces.words(answer.reasoning())) {
            send(
                    "response.reasoning_summary_text.delta",
                    part(id, "summary_index").put("delta", piece));
        }
        String text = answer.reasoning();
        send("response.reasoning_summary_text.done", part(id, "summary_index").put("text", text));
        ObjectNode done = part(id, "summary_index");
        done.set("part", ResponsesWire.summaryText(text));
        send("response.reasoning_summary_part.done", done);
        send("response.output_item.done", item(wire.reasoning(text)));
        item++;
    }

    private void message() throws IOException {
        String id = wire.messageId();
        send("response.output_item.added", item(wire.message(ResponsesWire.IN_PROGRESS, "")));
        ObjectNode begun = part(id, "content_index");
        begun.set("part", ResponsesWire.outputText(""));
        send("response.content_part.added", begun);
        for (String piece : answer.pieces()) {
            ObjectNode delta = part(id, "content_index").put("delta", piece);
            delta.putArray("logprobs");
            send("response.output_text.delta", delta);
        }
        ObjectNode text = part(id, "content_index").put("text", answer.text());
        text.putArray("logprobs");
        send("response.output_text.done", text);
        ObjectNode done = part(id, "content_index");
        done.set("part", ResponsesWire.outputText(answer.text()));
        send("response.content_part.done", done);
        send("response.output_item.done", item(wire.message(ResponsesWire.COMPLETED, answer.text())));
        item++;
    }

    private void functionCall(ToolCall call) throws IOException {
        String id = ResponsesWire.functionCallId(call);
        send("response.output_item.added", item(ResponsesWire.functionCall(ResponsesWire.IN_PROGRESS, call, "")));
        for (String piece : Pieces.of(call.arguments(), ARGUMENT_PIECES)) {
            send("response.function_call_arguments.delta", of(id).put("delta", piece));
        }
        ObjectNode done = of(id).put("name", call.name()).put("arguments", call.arguments());
        send("response.function_call_arguments.done", done);
        ObjectNode whole = ResponsesWire.functionCall(ResponsesWire.COMPLETED, call, call.arguments());
        send("response.output_item.done", item(whole));
        item++;
    }

    private ObjectNode item(ObjectNode value) {
        ObjectNode event = Json.object().put("output_index", item);
        event.set("item", value);
        return event;
    }

    private ObjectNode part(String id, String indexName) {
        return of(id).put(indexName, 0);
    }

    private ObjectNode of(String id) {
        return Json.object().put("item_id", id).put("output_index", item);
    }

    private void send(String type, ObjectNode content) throws IOException {
        ObjectNode event = Json.object().put("type", type).put("sequence_number", sequence++);
        event.setAll(content);
        out.event(type, event);
    }
}
