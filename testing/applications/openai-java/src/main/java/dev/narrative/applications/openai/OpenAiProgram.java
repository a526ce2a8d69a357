package dev.narrative.applications.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;

/**
 * Arguments: base URL and scenario, as many pairs as wanted. Prints what the SDK makes of each answer, one fact a line.
 * What stands after a slash in a scenario only tells it from others. A failed request is sent once more.
 */
final class OpenAiProgram {
    private final OpenAIClient client;
    private final Chats chats;
    private final Responses responses;
    private final Completions completions;

    private OpenAiProgram(String url) {
        client = OpenAIOkHttpClient.builder()
                .baseUrl(url)
                .apiKey("test")
                .maxRetries(1)
                .build();
        chats = new Chats(client);
        responses = new Responses(client.responses());
        completions = new Completions(client.completions());
    }

    public static void main(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            boolean isAzure = args[i + 1].startsWith("azure");
            OpenAiProgram program = new OpenAiProgram(args[i] + (isAzure ? "/openai/deployments/mini" : "/v1"));
            try {
                program.run(args[i + 1]);
            } catch (OpenAIServiceException e) {
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
        switch (scenario.split("/", 2)[0]) {
            case "chat", "azure" -> chats.ask();
            case "async" -> chats.askLater();
            case "tools" -> chats.askWithTool();
            case "stream", "azure-stream" -> chats.stream();
            case "stream-async" -> chats.streamLater();
            case "stream-tools" -> chats.streamWithTool();
            case "cancel" -> chats.cancel();
            case "responses" -> responses.ask();
            case "responses-stream" -> responses.stream();
            case "responses-tools" -> responses.askWithTool();
            case "completion" -> completions.ask();
            case "completion-stream" -> completions.stream();
            case "embed" -> embed();
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private void embed() {
        EmbeddingCreateParams input = EmbeddingCreateParams.builder()
                .model("text-embedding-3-small")
                .input("A river")
                .build();
        CreateEmbeddingResponse response = client.embeddings().create(input);
        System.out.println("vector " + response.data().get(0).embedding());
        System.out.println("usage in=" + response.usage().promptTokens());
    }
}
