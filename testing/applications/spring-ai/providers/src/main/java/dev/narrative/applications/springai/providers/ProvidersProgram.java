package dev.narrative.applications.springai.providers;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.function.FunctionToolCallback;

/**
 * Arguments: base URL and scenario, as many pairs as wanted. A scenario names the provider and what is wanted of it; what
 * stands after a second slash only tells it from others. Prints what the library makes of each answer, one fact a line;
 * of a stream, of each piece, when all are there: how many come before it breaks off is up to chance.
 */
final class ProvidersProgram {
    private static final String QUESTION = "Where are we? Tell ada@example.com.";

    private final Provider provider;

    private ProvidersProgram(Provider provider) {
        this.provider = provider;
    }

    /** Ends by itself: some clients have threads that are no daemons. */
    public static void main(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            String provider = args[i + 1].split("/", -1)[0];
            try {
                new ProvidersProgram(Provider.named(provider, args[i])).run(args[i + 1]);
            } catch (RuntimeException e) {
                System.out.println("error " + e.getClass().getSimpleName());
            }
        }
        System.exit(0);
    }

    private void run(String scenario) {
        System.out.println("scenario " + scenario);
        switch (scenario.split("/", -1)[1]) {
            case "chat" -> print(provider.chat().call(ask(null)));
            case "tools" -> print(provider.chat().call(ask(withTool())));
            case "stream" -> stream(ask(null));
            case "stream-tools" -> stream(ask(withTool()));
            case "cancel" -> cancel();
            case "embed" -> embed();
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private void stream(Prompt question) {
        provider.chat().stream(question).toStream().toList().forEach(ProvidersProgram::print);
    }

    private void cancel() {
        System.out.println("first " + (provider.chat().stream(ask(null)).blockFirst() != null));
    }

    private void embed() {
        EmbeddingResponse response = provider.embedding().embedForResponse(List.of("A river"));
        System.out.println("model " + response.getMetadata().getModel());
        response.getResults().forEach(vector -> System.out.println("vector " + Arrays.toString(vector.getOutput())));
        System.out.println("usage in=" + response.getMetadata().getUsage().getPromptTokens());
    }

    private static Prompt ask(@Nullable ChatOptions options) {
        return new Prompt(List.of(new UserMessage(QUESTION)), options);
    }

    /** The call of the tool is left to the application. */
    private static ChatOptions withTool() {
        ToolCallback weather = FunctionToolCallback.builder("weather", (Map<String, Object> place) -> "Rain")
                .description("Tells the weather")
                .inputType(Map.class)
                .inputSchema("{\"type\":\"object\",\"properties\":{\"at\":{\"type\":\"string\"}}}")
                .build();
        return ToolCallingChatOptions.builder()
                .toolCallbacks(weather)
                .internalToolExecutionEnabled(false)
                .build();
    }

    private static void print(ChatResponse answer) {
        System.out.println("model " + answer.getMetadata().getModel());
        for (Generation generation : answer.getResults()) {
            System.out.println("text " + generation.getOutput().getText());
            generation
                    .getOutput()
                    .getToolCalls()
                    .forEach(call -> System.out.println("tool " + call.name() + " " + call.arguments()));
            System.out.println("finish " + generation.getMetadata().getFinishReason());
        }
        System.out.println("usage in=" + answer.getMetadata().getUsage().getPromptTokens() + " out="
                + answer.getMetadata().getUsage().getCompletionTokens());
    }
}
