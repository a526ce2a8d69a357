package dev.narrative.instrumentation.llm;

import dev.narrative.core.capture.CapturedAttributes;
import dev.narrative.model.Attributes;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.json.JsonValue;
import dev.narrative.model.prices.Cost;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a request and its answer tell of one model call. A wire format writes it while the bytes pass, by one thread at a
 * time; nothing in it is ever wrong for being absent.
 */
public final class ModelCall {
    private final ContentRule rule;
    private ContentBudget budget;
    private ContentDigest promptDigest = new ContentDigest();
    private final Attributes parameters = new Attributes();
    private final List<Message> system = new ArrayList<>(1);
    private final List<Message> input = new ArrayList<>();
    private final TreeMap<Integer, Message> outputs = new TreeMap<>();
    private @Nullable Message latest;
    private int latestChoice;
    private final TreeMap<Integer, String> finishReasons = new TreeMap<>();
    private @Nullable String tools;
    private @Nullable String requestModel;
    private @Nullable String responseModel;
    private @Nullable String responseId;
    private @Nullable String conversation;
    private @Nullable TokenUsage usage;
    private @Nullable Cost cost;
    private @Nullable String errorType;
    private @Nullable String errorMessage;
    private boolean streaming;
    private long firstTokenNanos;

    public ModelCall(ContentRule rule) {
        this.rule = rule;
        budget = new ContentBudget(rule);
    }

    public void requestModel(@Nullable String model) {
        if (model != null && !model.isEmpty()) {
            requestModel = model;
        }
    }

    /** A number of the request, such as the temperature; nothing when it is not one. */
    public void decimal(String attribute, JsonValue value) {
        if (value.isNumber()) {
            parameters.put(attribute, value.decimal(0));
        }
    }

    /** A whole number of the request, such as the most tokens; nothing when it is not one. */
    public void integer(String attribute, JsonValue value) {
        if (value.isNumber()) {
            parameters.put(attribute, value.integer(0));
        }
    }

    public void string(String attribute, JsonValue value) {
        String text = value.text();
        if (text != null) {
            parameters.put(attribute, text);
        }
    }

    /** A string of the request or a list of them, such as the stop sequences. */
    public void strings(String attribute, JsonValue value) {
        List<String> texts = new ArrayList<>();
        String single = value.text();
        if (single != null) {
            texts.add(single);
        }
        for (JsonValue element : value.elements()) {
            String text = element.text();
            if (text != null) {
                texts.add(text);
            }
        }
        if (!texts.isEmpty()) {
            parameters.put(attribute, texts);
        }
    }

    /** Anything else of the request, as a {@code Long}, {@code Double}, {@code Boolean} or text. */
    public void parameter(String attribute, @Nullable Object value) {
        CapturedAttributes.put(parameters, attribute, value);
    }

    /** The answer comes piece by piece. */
    public void streaming(boolean isStreamed) {
        streaming = isStreamed;
    }

    public boolean isStreaming() {
        return streaming;
    }

    /** The conversation's id, where the provider keeps one. */
    public void conversation(@Nullable String id) {
        if (id != null && !id.isEmpty()) {
            conversation = id;
        }
    }

    /** Instructions that stand before the conversation. */
    public Message system() {
        Message message = newInput("system");
        system.add(message);
        return message;
    }

    /** The next message of the conversation so far. */
    public Message input(String role) {
        Message message = newInput(role);
        input.add(message);
        return message;
    }

    /** The tools' definitions as the request has them, as JSON. */
    public void tools(JsonValue definitions) {
        if (definitions.size() > 0) {
            String json = definitions.toJson();
            int fitting = budget.take(0, json.length());
            tools = fitting < json.length() ? null : json;
        }
    }

    public void responseModel(@Nullable String model) {
        if (model != null && !model.isEmpty()) {
            responseModel = model;
        }
    }

    public void responseId(@Nullable String id) {
        if (id != null && !id.isEmpty()) {
            responseId = id;
        }
    }

    /** The answer of this number, of which most calls have one, number 0. */
    public Message output(int choice) {
        Message known = latest;
        if (known != null && latestChoice == choice) {
            return known;
        }
        Message message = outputs.get(choice);
        if (message == null) {
            message = new Message("assistant", budget, new ContentDigest());
            outputs.put(choice, message);
        }
        latest = message;
        latestChoice = choice;
        return message;
    }

    /** A piece of the answer is here: the first one sets the time to the first token. */
    public void tokenArrived() {
        if (firstTokenNanos == 0) {
            firstTokenNanos = System.nanoTime();
        }
    }

    /** Why an answer ended, in the provider's own word; the message gets the schema's. */
    public void finish(int choice, @Nullable String reason) {
        if (reason != null && !reason.isEmpty()) {
            finishReasons.put(choice, reason);
            Message message = output(choice);
            String standard = FinishReasons.standard(reason);
            // Gemini, Ollama and OpenAI's responses have no word of their own for it.
            message.finish(standard.equals("stop") && message.asksForTools() ? "tool_call" : standard);
        }
    }

    /** What the call cost in tokens; the last word counts. */
    public void usage(TokenUsage tokens) {
        usage = tokens;
    }

    /** What the call cost, where the application itself says so. */
    public void cost(Cost told) {
        cost = told;
    }

    @Nullable
    Cost cost() {
        return cost;
    }

    /** The provider's error, from its body or from the middle of its stream. */
    public void error(@Nullable String type, @Nullable String message) {
        errorType = type == null ? errorType : type;
        errorMessage = message == null ? errorMessage : message;
    }

    public @Nullable String requestModel() {
        return requestModel;
    }

    public @Nullable String responseModel() {
        return responseModel;
    }

    public @Nullable TokenUsage usage() {
        return usage;
    }

    public @Nullable String errorType() {
        return errorType;
    }

    public @Nullable String errorMessage() {
        return errorMessage;
    }

    /** Forgets the request, which is sent once more. */
    void requestAnew() {
        budget = new ContentBudget(rule);
        promptDigest = new ContentDigest();
        system.clear();
        input.clear();
    }

    /** Forgets the answer of an attempt that is made once more. */
    void answerAnew() {
        outputs.clear();
        latest = null;
        finishReasons.clear();
        usage = null;
        responseModel = null;
        responseId = null;
        errorType = null;
        errorMessage = null;
        firstTokenNanos = 0;
    }

    Attributes parameters() {
        return parameters;
    }

    List<Message> systemMessages() {
        return system;
    }

    List<Message> inputMessages() {
        return input;
    }

    List<Message> outputMessages() {
        return List.copyOf(outputs.values());
    }

    List<String> finishReasons() {
        return List.copyOf(finishReasons.values());
    }

    @Nullable
    String toolDefinitions() {
        return tools;
    }

    @Nullable
    String responseId() {
        return responseId;
    }

    @Nullable
    String conversation() {
        return conversation;
    }

    ContentDigest promptDigest() {
        return promptDigest;
    }

    boolean keepsContent() {
        return rule.kept();
    }

    boolean isContentCut() {
        return budget.isOverrun();
    }

    /** Whether the answer has come to its end. */
    boolean isAnswered() {
        return !finishReasons.isEmpty() || (usage != null && !streaming) || errorMessage != null;
    }

    /** When the first token came, on {@link System#nanoTime}'s clock; 0 when none did. */
    long firstTokenNanos() {
        return firstTokenNanos;
    }

    /** The role is part of what is hashed: the same words of another speaker are another prompt. */
    private Message newInput(String role) {
        promptDigest.addMark(("\n" + role + "\n").getBytes(StandardCharsets.UTF_8), 0);
        return new Message(role, budget, promptDigest);
    }
}
