package dev.narrative.testing.model;

import java.util.List;
import java.util.Optional;

/** All APIs that a server speaks. Mistral's have the same paths as OpenAI's. */
final class ModelApis {
    private static final List<ModelApi> OWN_PATHS = List.of(
            new OpenAiResponsesStub(),
            new OpenAiCompletionsStub(),
            new AnthropicStub(),
            new GeminiStub(),
            new GeminiEmbeddingsStub(),
            new CohereChatStub(),
            new CohereChatV1Stub(),
            new CohereEmbedStub(),
            new OllamaStub(),
            new OllamaEmbedStub(),
            new BedrockConverseStub(),
            new BedrockInvokeStub());
    private static final List<ModelApi> OPENAI = List.of(new OpenAiChatStub(), new OpenAiEmbeddingsStub());
    private static final List<ModelApi> MISTRAL = List.of(new MistralStub(), new MistralEmbeddingsStub());

    private ModelApis() {}

    static Optional<ModelApi> serving(ModelRequest request, boolean mistral) {
        if (!request.method().equals("POST")) {
            return Optional.empty();
        }
        return serving(request.path(), mistral ? MISTRAL : OPENAI).or(() -> serving(request.path(), OWN_PATHS));
    }

    /** Answers what nobody serves. */
    static ModelApi fallback() {
        return OPENAI.get(0);
    }

    private static Optional<ModelApi> serving(String path, List<ModelApi> apis) {
        return apis.stream().filter(api -> api.serves(path)).findFirst();
    }
}
