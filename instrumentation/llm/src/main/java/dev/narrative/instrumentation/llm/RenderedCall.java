package dev.narrative.instrumentation.llm;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.masking.Masking;
import dev.narrative.model.prices.Cost;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A model call as the attributes of its span. */
final class RenderedCall {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Attributes attributes = new Attributes();

    private RenderedCall() {}

    /**
     * @param nanosToFirstToken negative when none came
     * @param tookNanos how long it took, from its beginning to its end
     * @param cost {@code null} when it can't be known
     */
    static RenderedCall of(
            ModelCall call,
            @Nullable ModelApi api,
            int attempts,
            boolean masked,
            long nanosToFirstToken,
            long tookNanos,
            @Nullable CallCost cost) {
        RenderedCall rendered = new RenderedCall();
        rendered.identity(call, api, attempts);
        call.parameters().visit(new Copy(rendered.attributes));
        rendered.answer(call, nanosToFirstToken, tookNanos);
        rendered.cost(cost == null ? null : cost.get());
        rendered.content(call, masked);
        return rendered;
    }

    /** What is known while the call runs, and may be read beside the thread that writes it. */
    static RenderedCall running(ModelCall call, @Nullable ModelApi api, int attempts) {
        RenderedCall rendered = new RenderedCall();
        rendered.identity(call, api, attempts);
        return rendered;
    }

    void visit(AttributeVisitor visitor) {
        attributes.visit(visitor);
    }

    private void identity(ModelCall call, @Nullable ModelApi api, int attempts) {
        String operation = api == null ? "chat" : api.operation();
        attributes.put(AttributeNames.TYPE, operation.equals("embeddings") ? "embedding" : "generation");
        attributes.put(AttributeNames.GEN_AI_OPERATION_NAME, operation);
        if (api != null) {
            string(AttributeNames.GEN_AI_PROVIDER_NAME, api.provider());
        }
        string(AttributeNames.GEN_AI_REQUEST_MODEL, requestModel(call, api));
        string(AttributeNames.GEN_AI_CONVERSATION_ID, call.conversation());
        if (call.isStreaming()) {
            attributes.put(AttributeNames.GEN_AI_REQUEST_STREAM, true);
        }
        if (attempts > 1) {
            attributes.put(AttributeNames.LLM_ATTEMPTS, attempts);
        }
    }

    private void answer(ModelCall call, long firstToken, long tookNanos) {
        string(AttributeNames.GEN_AI_RESPONSE_ID, call.responseId());
        string(AttributeNames.GEN_AI_RESPONSE_MODEL, call.responseModel());
        List<String> reasons = call.finishReasons();
        if (!reasons.isEmpty()) {
            attributes.put(AttributeNames.GEN_AI_RESPONSE_FINISH_REASONS, reasons);
        }
        TokenUsage usage = call.usage();
        if (usage != null) {
            usage(usage);
        }
        if (call.isStreaming() && firstToken >= 0) {
            attributes.put(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK, firstToken / NANOS);
        }
        long writing = call.isStreaming() && firstToken >= 0 ? tookNanos - firstToken : tookNanos;
        if (usage != null && usage.totalOutput() > 0 && writing > 0) {
            attributes.put(AttributeNames.LLM_TOKENS_PER_SECOND, usage.totalOutput() * NANOS / writing);
        }
    }

    private void usage(TokenUsage usage) {
        attributes.put(AttributeNames.GEN_AI_USAGE_INPUT_TOKENS, usage.totalInput());
        if (usage.totalOutput() > 0 || !"embedding".equals(attributes.get(AttributeNames.TYPE))) {
            attributes.put(AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS, usage.totalOutput());
        }
        bucket(AttributeNames.GEN_AI_USAGE_CACHE_READ_INPUT_TOKENS, usage.cacheRead());
        bucket(AttributeNames.GEN_AI_USAGE_CACHE_CREATION_INPUT_TOKENS, usage.cacheWrite() + usage.cacheWriteLong());
        bucket(AttributeNames.GEN_AI_USAGE_REASONING_OUTPUT_TOKENS, usage.reasoning());
    }

    private void cost(@Nullable Cost cost) {
        if (cost != null) {
            attributes.put(AttributeNames.COST_INPUT, cost.input());
            attributes.put(AttributeNames.COST_OUTPUT, cost.output());
            attributes.put(AttributeNames.COST_TOTAL, cost.total());
        }
    }

    private void content(ModelCall call, boolean masked) {
        if (!call.systemMessages().isEmpty() || !call.inputMessages().isEmpty()) {
            attributes.put(AttributeNames.PROMPT_LENGTH, call.promptDigest().length());
            attributes.put(AttributeNames.PROMPT_HASH, call.promptDigest().hash());
        }
        List<Message> outputs = call.outputMessages();
        if (outputs.stream().anyMatch(message -> message.digest().length() > 0)) {
            ContentDigest all = outputs.get(0).digest();
            for (Message other : outputs.subList(1, outputs.size())) {
                all.addMark(
                        other.digest().hash().getBytes(StandardCharsets.UTF_8),
                        other.digest().length());
            }
            attributes.put(AttributeNames.COMPLETION_LENGTH, all.length());
            attributes.put(AttributeNames.COMPLETION_HASH, all.hash());
        }
        if (!call.keepsContent()) {
            return;
        }
        UnaryOperator<String> clean = masked ? Masking::mask : UnaryOperator.identity();
        List<Message> system = new ArrayList<>(call.systemMessages());
        messages(AttributeNames.GEN_AI_INPUT_MESSAGES, call.inputMessages(), clean);
        messages(AttributeNames.GEN_AI_OUTPUT_MESSAGES, outputs, clean);
        if (!system.isEmpty()) {
            JsonWriter out = new JsonWriter(256);
            out.beginArray();
            system.forEach(message -> message.writePartsInto(out, clean));
            attributes.put(
                    AttributeNames.GEN_AI_SYSTEM_INSTRUCTIONS, out.endArray().text());
        }
        String tools = call.toolDefinitions();
        string(AttributeNames.GEN_AI_TOOL_DEFINITIONS, tools == null ? null : clean.apply(tools));
        if (call.isContentCut()) {
            attributes.put(AttributeNames.CONTENT_TRUNCATED, true);
        }
    }

    private void messages(String attribute, List<Message> messages, UnaryOperator<String> clean) {
        if (messages.isEmpty()) {
            return;
        }
        JsonWriter out = new JsonWriter(1_024);
        out.beginArray();
        messages.forEach(message -> message.write(out, clean));
        attributes.put(attribute, out.endArray().text());
    }

    private void string(String attribute, @Nullable String value) {
        if (value != null) {
            attributes.put(attribute, value);
        }
    }

    private void bucket(String attribute, long tokens) {
        if (tokens > 0) {
            attributes.put(attribute, tokens);
        }
    }

    static @Nullable String requestModel(ModelCall call, @Nullable ModelApi api) {
        return call.requestModel() != null ? call.requestModel() : api == null ? null : api.model();
    }

    /** Puts one set's attributes into another. */
    private record Copy(Attributes target) implements AttributeVisitor {
        @Override
        public void string(String key, String value) {
            target.put(key, value);
        }

        @Override
        public void integer(String key, long value) {
            target.put(key, value);
        }

        @Override
        public void decimal(String key, double value) {
            target.put(key, value);
        }

        @Override
        public void bool(String key, boolean value) {
            target.put(key, value);
        }

        @Override
        public void strings(String key, List<String> values) {
            target.put(key, values);
        }
    }
}
