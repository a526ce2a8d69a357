package dev.narrative.applications.azure;

import com.azure.ai.openai.OpenAIClient;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.ai.openai.models.ChatChoice;
import com.azure.ai.openai.models.ChatCompletionStreamOptions;
import com.azure.ai.openai.models.ChatCompletions;
import com.azure.ai.openai.models.ChatCompletionsFunctionToolCall;
import com.azure.ai.openai.models.ChatCompletionsFunctionToolDefinition;
import com.azure.ai.openai.models.ChatCompletionsFunctionToolDefinitionFunction;
import com.azure.ai.openai.models.ChatCompletionsOptions;
import com.azure.ai.openai.models.ChatRequestUserMessage;
import com.azure.ai.openai.models.ChatResponseMessage;
import com.azure.ai.openai.models.EmbeddingsOptions;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.netty.NettyAsyncHttpClientBuilder;
import com.azure.core.util.BinaryData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arguments: base URL and scenario, as many pairs as wanted. Prints what the SDK makes of each answer, one fact a line; of
 * a stream, of each piece when all are there. What stands after a slash in a scenario only tells it from others.
 */
final class AzureProgram {
    private static final String DEPLOYMENT = "our-model";
    private static final String EMBEDDING = "text-embedding-3-small";

    private final OpenAIClient client;

    /** Without credentials, which the SDK sends over TLS alone, and without another try. */
    private AzureProgram(String url) {
        client = new OpenAIClientBuilder()
                .endpoint(url)
                .pipeline(new HttpPipelineBuilder()
                        .httpClient(new NettyAsyncHttpClientBuilder().build())
                        .build())
                .buildClient();
    }

    public static void main(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            try {
                new AzureProgram(args[i]).run(args[i + 1]);
            } catch (HttpResponseException e) {
                System.out.println("error " + e.getClass().getSimpleName() + " "
                        + e.getResponse().getStatusCode());
            } catch (RuntimeException e) {
                System.out.println("error " + e.getClass().getSimpleName());
            }
        }
        System.exit(0);
    }

    private void run(String scenario) {
        System.out.println("scenario " + scenario);
        switch (scenario.split("/", 2)[0]) {
            case "chat" -> print(client.getChatCompletions(DEPLOYMENT, ask()));
            case "tools" -> print(client.getChatCompletions(DEPLOYMENT, askWithTool()));
            case "stream" -> stream(ask());
            case "stream-tools" -> stream(askWithTool());
            case "embed" -> embed();
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private void stream(ChatCompletionsOptions question) {
        ChatCompletionStreamOptions usage = new ChatCompletionStreamOptions().setIncludeUsage(true);
        client.getChatCompletionsStream(DEPLOYMENT, question, usage).stream()
                .toList()
                .forEach(AzureProgram::print);
    }

    private void embed() {
        client.getEmbeddings(EMBEDDING, new EmbeddingsOptions(List.of("A river")))
                .getData()
                .forEach(vector -> System.out.println("vector " + vector.getEmbedding()));
    }

    private static ChatCompletionsOptions ask() {
        return new ChatCompletionsOptions(List.of(new ChatRequestUserMessage("Where are we? Tell ada@example.com.")))
                .setModel("gpt-4o-mini");
    }

    private static ChatCompletionsOptions askWithTool() {
        ChatCompletionsFunctionToolDefinitionFunction weather = new ChatCompletionsFunctionToolDefinitionFunction(
                        "weather")
                .setParameters(BinaryData.fromString("{\"type\":\"object\"}"));
        return ask().setTools(List.of(new ChatCompletionsFunctionToolDefinition(weather)));
    }

    private static void print(ChatCompletions answer) {
        System.out.println("model " + answer.getModel());
        for (ChatChoice choice : answer.getChoices()) {
            print(choice.getMessage() == null ? choice.getDelta() : choice.getMessage());
            System.out.println("finish " + choice.getFinishReason());
        }
        if (answer.getUsage() != null) {
            System.out.println("usage in=" + answer.getUsage().getPromptTokens() + " out="
                    + answer.getUsage().getCompletionTokens());
        }
    }

    private static void print(@Nullable ChatResponseMessage message) {
        if (message == null) {
            return;
        }
        System.out.println("text " + message.getContent());
        if (message.getToolCalls() != null) {
            message.getToolCalls().forEach(call -> {
                if (call instanceof ChatCompletionsFunctionToolCall function) {
                    System.out.println("tool " + function.getFunction().getName() + " "
                            + function.getFunction().getArguments());
                }
            });
        }
    }
}
