package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Bedrock's {@code /model/{id}/invoke}, which counts the tokens in headers, and {@code /invoke-with-response-stream},
 * which counts them in the last of its base64 chunks.
 */
final class BedrockInvokeStub extends BedrockApi {
    private static final int LATENCY_MS = 432;

    BedrockInvokeStub() {
        super("invoke", "invoke-with-response-stream");
    }

    @Override
    public Prompt read(ModelRequest request) {
        String model = model(request.path());
        return BedrockModel.of(model).read(request, Json.parse(request.body()), model, streams(request.path()));
    }

    @Override
    public void answer(Prompt prompt, Answer answer, Delivery out) throws IOException {
        BedrockModel family = BedrockModel.of(prompt.model());
        out.header("x-amzn-RequestId", answer.idOr(prompt.number()));
        if (prompt.streaming()) {
            out.header("x-amzn-bedrock-content-type", "application/json");
            out.stream(new AwsEventStream(), answer.pieces().count(), events -> stream(family, prompt, answer, events));
        } else {
            counts(answer.usage(), out);
            out.document(family.whole(prompt, answer));
        }
    }

    private static void stream(BedrockModel family, Prompt prompt, Answer answer, EventSink events) throws IOException {
        LastHeldBack chunks = new LastHeldBack(events);
        family.stream(prompt, answer, chunks);
        chunks.end(answer.usage());
    }

    private static void counts(Usage usage, Delivery out) {
        if (usage.known()) {
            out.header("x-amzn-bedrock-input-token-count", Long.toString(usage.input()))
                    .header("x-amzn-bedrock-output-token-count", Long.toString(usage.allOutput()))
                    .header("x-amzn-bedrock-cache-read-input-token-count", Long.toString(usage.cacheRead()))
                    .header("x-amzn-bedrock-cache-write-input-token-count", Long.toString(usage.cacheWrite()))
                    .header("x-amzn-bedrock-invocation-latency", Integer.toString(LATENCY_MS));
        }
    }

    /** Sends the model's events as chunks, one behind, so that the metrics can be put into the last. */
    private static final class LastHeldBack implements EventSink {
        private final EventSink events;
        private ObjectNode held = Json.object();

        LastHeldBack(EventSink events) {
            this.events = events;
        }

        @Override
        public void event(String name, JsonNode data) throws IOException {
            if (!held.isEmpty()) {
                send(held);
            }
            held = (ObjectNode) data;
        }

        void end(Usage usage) throws IOException {
            if (usage.known()) {
                held.putObject("amazon-bedrock-invocationMetrics")
                        .put("inputTokenCount", usage.input())
                        .put("outputTokenCount", usage.allOutput())
                        .put("cacheReadInputTokenCount", usage.cacheRead())
                        .put("cacheWriteInputTokenCount", usage.cacheWrite())
                        .put("invocationLatency", LATENCY_MS)
                        .put("firstByteLatency", LATENCY_MS / 2);
            }
            send(held);
        }

        private void send(ObjectNode json) throws IOException {
            byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
            events.event("chunk", Json.object().put("bytes", Base64.getEncoder().encodeToString(bytes)));
        }
    }
}
