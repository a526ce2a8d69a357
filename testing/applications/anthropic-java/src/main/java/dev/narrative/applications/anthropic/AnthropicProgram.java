package dev.narrative.applications.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.Tool;

/**
 * Arguments: base URL, scenario ({@code chat}, {@code stream}, {@code tools}, {@code error}, {@code cancel}). Prints
 * what the SDK makes of the answer, one fact a line.
 */
final class AnthropicProgram {
    private static final String MODEL = "claude-sonnet-4-5";

    private final AnthropicClient client;

    private AnthropicProgram(String url) {
        client = AnthropicOkHttpClient.builder()
                .baseUrl(url)
                .apiKey("test")
                .maxRetries(0)
                .build();
    }

    public static void main(String[] args) {
        AnthropicProgram program = new AnthropicProgram(args[0]);
        try {
            program.run(args[1]);
        } finally {
            program.client.close();
        }
    }

    private void run(String scenario) {
        switch (scenario) {
            case "chat" -> print(client.messages().create(ask().build()));
            case "tools" ->
                print(client.messages().create(ask().addTool(weather()).build()));
            case "stream" -> stream();
            case "error" -> fail();
            case "cancel" -> cancel();
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private void stream() {
        MessageAccumulator whole = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(ask().build())) {
            stream.stream().forEach(whole::accumulate);
        }
        print(whole.message());
    }

    private void cancel() {
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(ask().build())) {
            System.out.println("first " + stream.stream().findFirst().isPresent());
        }
    }

    private void fail() {
        try {
            print(client.messages().create(ask().build()));
        } catch (AnthropicException e) {
            System.out.println("error " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private static MessageCreateParams.Builder ask() {
        return MessageCreateParams.builder().model(MODEL).maxTokens(100).addUserMessage("Where are we?");
    }

    private static Tool weather() {
        Tool.InputSchema anything = Tool.InputSchema.builder().build();
        return Tool.builder().name("weather").inputSchema(anything).build();
    }

    private static void print(Message answer) {
        System.out.println("model " + answer.model());
        for (ContentBlock block : answer.content()) {
            block.thinking().ifPresent(thinking -> System.out.println("thinking " + thinking.thinking()));
            block.text().ifPresent(text -> System.out.println("text " + text.text()));
            block.toolUse().ifPresent(tool -> System.out.println("tool " + tool.name() + " " + tool._input()));
        }
        answer.stopReason().ifPresent(reason -> System.out.println("finish " + reason));
        System.out.println("usage in=" + answer.usage().inputTokens()
                + " cached=" + answer.usage().cacheReadInputTokens().orElse(0L)
                + " out=" + answer.usage().outputTokens());
    }
}
