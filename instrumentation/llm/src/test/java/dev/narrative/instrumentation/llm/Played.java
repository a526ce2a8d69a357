package dev.narrative.instrumentation.llm;

import dev.narrative.instrumentation.llm.stream.AnswerBody;
import dev.narrative.instrumentation.llm.stream.BodyReader;
import dev.narrative.instrumentation.llm.stream.JsonBody;
import dev.narrative.instrumentation.llm.stream.PieceListener;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A call whose bytes went through the readers, and what is then known of it. */
final class Played {
    private static final ContentRule FULL = new ContentRule(true, false, 1 << 20, 1 << 20);

    private final ModelApi api;
    private final ModelCall call = new ModelCall(FULL);
    private boolean isModelCall;
    private @Nullable Map<String, Object> told;

    private Played(ModelApi api) {
        this.api = api;
    }

    static Played of(Sample sample) {
        Played played = asked(sample);
        BodyReader reader = played.answerReader(sample.contentType());
        byte[] answer = sample.answerBytes();
        reader.bytes(answer, 0, answer.length);
        reader.end();
        return played;
    }

    /** A call whose request was read, and whose answer is yet to come. */
    static Played asked(Sample sample) {
        ModelApi api = ModelApis.find("POST", sample.url(), sample.host());
        if (api == null) {
            throw new AssertionError("not recognised: " + sample.url());
        }
        Played played = new Played(api);
        BodyReader reader = JsonBody.request(played.new Request());
        byte[] request = sample.requestBytes();
        reader.bytes(request, 0, request.length);
        reader.end();
        if (!played.isModelCall) {
            throw new AssertionError("no request to a model: " + sample.request());
        }
        return played;
    }

    BodyReader answerReader(@Nullable String contentType) {
        call.streaming(call.isStreaming() || api.streaming());
        AnswerBody.Form form = call.isStreaming() ? api.form() : AnswerBody.Form.WHOLE;
        return new AnswerBody(pieces(), form, contentType);
    }

    /** What reads the pieces of the answer. */
    PieceListener pieces() {
        return new AnswerPieces(api.format(), call, false);
    }

    ModelApi api() {
        return api;
    }

    ModelCall call() {
        return call;
    }

    @Nullable
    TokenUsage usage() {
        return call.usage();
    }

    List<String> finishReasons() {
        return call.finishReasons();
    }

    @Nullable
    Object attribute(String name) {
        return attributes().get(name);
    }

    @Nullable
    Object input() {
        return attribute("gen_ai.input.messages");
    }

    @Nullable
    Object output() {
        return attribute("gen_ai.output.messages");
    }

    @Nullable
    Object system() {
        return attribute("gen_ai.system_instructions");
    }

    /** All that the formats told, under the attributes' names. It is rendered once, since that finishes the hashes. */
    Map<String, Object> attributes() {
        if (told == null) {
            Told visitor = new Told();
            RenderedCall.running(call, api, 1).visit(visitor);
            call.parameters().visit(visitor);
            answer(visitor.values);
            messages("gen_ai.input.messages", call.inputMessages(), visitor.values);
            messages("gen_ai.output.messages", call.outputMessages(), visitor.values);
            content(visitor.values);
            told = visitor.values;
        }
        return told;
    }

    private void answer(Map<String, Object> values) {
        put("gen_ai.response.id", call.responseId(), values);
        put("gen_ai.response.model", call.responseModel(), values);
        put("usage", call.usage(), values);
        put("gen_ai.response.finish_reasons", call.finishReasons(), values);
        if (call.errorMessage() != null) {
            values.put("error", call.errorType() + ": " + call.errorMessage());
        }
    }

    private void content(Map<String, Object> values) {
        put("gen_ai.tool.definitions", call.toolDefinitions(), values);
        put("prompt", call.promptDigest().length() + " " + call.promptDigest().hash(), values);
        for (Message message : call.outputMessages()) {
            String said = message.digest().length() + " " + message.digest().hash();
            values.merge("completion", said, (all, next) -> all + "," + next);
        }
        if (!call.systemMessages().isEmpty()) {
            JsonWriter out = new JsonWriter(256);
            out.beginArray();
            call.systemMessages().forEach(message -> message.writePartsInto(out, UnaryOperator.identity()));
            values.put("gen_ai.system_instructions", out.endArray().text());
        }
    }

    private static void messages(String name, List<Message> messages, Map<String, Object> values) {
        if (!messages.isEmpty()) {
            JsonWriter out = new JsonWriter(256);
            out.beginArray();
            messages.forEach(message -> message.write(out, UnaryOperator.identity()));
            values.put(name, out.endArray().text());
        }
    }

    private static void put(String name, @Nullable Object value, Map<String, Object> values) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private final class Request implements PieceListener {
        @Override
        public void document(JsonValue body) {
            if (api.format().isRequest(body)) {
                isModelCall = true;
                api.format().request(body, call);
            }
        }

        @Override
        public void event(@Nullable String event, JsonValue data) {
            document(data);
        }
    }

    private static final class Told implements AttributeVisitor {
        private final Map<String, Object> values = new TreeMap<>();

        @Override
        public void string(String key, String value) {
            values.put(key, value);
        }

        @Override
        public void integer(String key, long value) {
            values.put(key, value);
        }

        @Override
        public void decimal(String key, double value) {
            values.put(key, value);
        }

        @Override
        public void bool(String key, boolean value) {
            values.put(key, value);
        }

        @Override
        public void strings(String key, List<String> value) {
            values.put(key, value);
        }
    }
}
