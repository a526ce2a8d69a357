package dev.narrative.applications.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.Tool;

/**
 * Arguments: base URL and scenario, as many pairs as wanted. Prints what the SDK makes of each answer, one fact a line.
 * What stands after a slash in a scenario only tells it from others; one that begins with {@code bedrock-} or
 * {@code vertex-} is played there. A failed request is sent once more.
 */
final class AnthropicProgram {
    private final Place place;
    private final AnthropicClient client;

    private AnthropicProgram(String url, Place place) {
        this.place = place;
        client = place.client(url).maxRetries(1).build();
    }

    public static void main(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            AnthropicProgram program = new AnthropicProgram(args[i], Place.of(args[i + 1]));
            try {
                program.run(args[i + 1]);
            } catch (AnthropicServiceException e) {
                System.out.println("error " + e.getClass().getSimpleName() + " " + e.getMessage());
            } catch (RuntimeException e) {
                System.out.println("error " + e.getClass().getSimpleName());
            } finally {
                program.client.close();
            }
        }
    }

    private void run(String scenario) {
        System.out.println("scenario " + scenario);
        switch (scenario.replaceFirst("^(bedrock|vertex)-", "").split("/", 2)[0]) {
            case "chat" -> print(client.messages().create(ask().build()));
            case "async" ->
                print(client.async().messages().create(ask().build()).join());
            case "tools" ->
                print(client.messages().create(ask().addTool(weather()).build()));
            case "stream" -> stream(ask());
            case "stream-async" -> streamLater();
            case "stream-tools" -> stream(ask().addTool(weather()));
            case "cancel" -> cancel();
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private void stream(MessageCreateParams.Builder question) {
        MessageAccumulator whole = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(question.build())) {
            stream.stream().forEach(whole::accumulate);
        }
        print(whole.message());
    }

    private void streamLater() {
        MessageAccumulator whole = MessageAccumulator.create();
        client.async()
                .messages()
                .createStreaming(ask().build())
                .subscribe(whole::accumulate)
                .onCompleteFuture()
                .join();
        print(whole.message());
    }

    private void cancel() {
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(ask().build())) {
            System.out.println("first " + stream.stream().findFirst().isPresent());
        }
    }

    private MessageCreateParams.Builder ask() {
        return MessageCreateParams.builder()
                .model(place.model)
                .maxTokens(100)
                .system("You answer ada@example.com.")
                .addUserMessage("Where are we?");
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
