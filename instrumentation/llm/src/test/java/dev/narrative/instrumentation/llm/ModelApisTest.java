package dev.narrative.instrumentation.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelApisTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", nullValues = "-", textBlock = """
            https://api.openai.com/v1/chat/completions | OpenAiChat | chat | openai | -
            https://api.openai.com/v1/chat/completions/?x=1 | OpenAiChat | chat | openai | -
            http://localhost:8000/v1/chat/completions | OpenAiChat | chat | openai | -
            https://x.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=1 | OpenAiChat | chat | azure.ai.openai | -
            https://gateway.corp/azure/openai/deployments/gpt/embeddings?api-version=1 | OpenAiEmbeddings | embeddings | azure.ai.openai | -
            https://x.openai.azure.com/openai/v1/responses | OpenAiResponses | chat | azure.ai.openai | -
            https://x.services.ai.azure.com/models/chat/completions | OpenAiChat | chat | azure.ai.inference | -
            https://api.groq.com/openai/v1/chat/completions | OpenAiChat | chat | groq | -
            https://openrouter.ai/api/v1/embeddings | OpenAiEmbeddings | embeddings | openrouter | -
            https://api.mistral.ai/v1/fim/completions | OpenAiCompletions | text_completion | mistral_ai | -
            https://api.anthropic.com/v1/messages?beta=true | AnthropicMessages | chat | anthropic | -
            https://proxy.corp/anthropic/v1/messages | AnthropicMessages | chat | anthropic | -
            https://l-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/anthropic/models/claude@1:rawPredict | AnthropicMessages | chat | gcp.vertex_ai | claude@1
            https://l-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/mistralai/models/mistral-medium:streamRawPredict | OpenAiChat | chat | gcp.vertex_ai | mistral-medium
            https://generativelanguage.googleapis.com/v1beta/models/gemini-3-pro:streamGenerateContent?alt=sse&key=k | GeminiContent | generate_content | gcp.gemini | gemini-3-pro
            https://l-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/google/models/gemini-3-pro:generateContent | GeminiContent | generate_content | gcp.vertex_ai | gemini-3-pro
            https://generativelanguage.googleapis.com/v1beta/models/gemini-embedding-001:embedContent | GeminiEmbeddings | embeddings | gcp.gemini | gemini-embedding-001
            https://api.cohere.com/v2/chat | CohereChat | chat | cohere | -
            https://api.cohere.com/v1/embed | CohereEmbed | embeddings | cohere | -
            http://localhost:11434/api/chat | OllamaChat | chat | ollama | -
            http://localhost:11434/api/generate | OllamaGenerate | text_completion | ollama | -
            http://localhost:11434/api/embed | OllamaEmbed | embeddings | ollama | -
            http://localhost:11434/api/embeddings | OllamaEmbed | embeddings | ollama | -
            https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-lite-v1%3A0/converse | BedrockConverse | chat | aws.bedrock | amazon.nova-lite-v1:0
            https://bedrock-runtime.us-east-1.amazonaws.com/model/arn%3Aaws%3Abedrock%3Aus%3A1%3Ainference-profile%2Fx/converse-stream | BedrockConverse | chat | aws.bedrock | arn:aws:bedrock:us:1:inference-profile/x
            https://bedrock-runtime.us-east-1.amazonaws.com/model/cohere.embed-english-v3/invoke | BedrockInvoke | embeddings | aws.bedrock | cohere.embed-english-v3
            https://bedrock-runtime.us-east-1.amazonaws.com/model/meta.llama3/invoke-with-response-stream | BedrockInvoke | chat | aws.bedrock | meta.llama3
            """)
    void recognises(String url, String format, String operation, String provider, @Nullable String model) {
        ModelApi api = found(url);

        assertThat(api.format().getClass().getSimpleName()).isEqualTo(format);
        assertThat(api.operation()).isEqualTo(operation);
        assertThat(api.provider()).isEqualTo(provider);
        assertThat(api.model()).isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1/models",
        "https://api.openai.com/v1/batches",
        "https://api.openai.com/v1/responses/resp_1/cancel",
        "https://api.openai.com/v1/responses/input_tokens",
        "https://api.anthropic.com/v1/messages/count_tokens",
        "https://api.anthropic.com/v1/messages/batches",
        "https://generativelanguage.googleapis.com/v1beta/models/gemini-3-pro:countTokens",
        "https://generativelanguage.googleapis.com/v1beta/models/gemini-3-pro:batchGenerateContent",
        "https://l-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/google/models/imagen-4:predict",
        "https://bedrock-runtime.us-east-1.amazonaws.com/model/x/count-tokens",
        "https://bedrock-runtime.us-east-1.amazonaws.com/model//converse",
        "https://shop.example/chat",
        "https://shop.example/generate",
        "https://shop.example/embed",
        "https://shop.example/invoke",
        "http://shop.example:8080",
        "http://shop.example",
        "/",
    })
    void leavesAlone(String url) {
        assertThat(ModelApis.find("POST", url, URI.create(url).getHost())).isNull();
    }

    @Test
    void leavesAlone_whatIsNotPosted() {
        assertThat(ModelApis.find("GET", "https://api.openai.com/v1/chat/completions", "api.openai.com"))
                .isNull();
    }

    /** Paths that applications have too: only the body can tell. */
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            https://shop.example/v1/messages | {"to":"ann","text":"hi"}
            https://shop.example/v1/messages | {"messages":[{"role":"user","content":"hi"}]}
            https://api.openai.com/v1/threads/t/messages | {"role":"user","content":"hi"}
            https://shop.example/api/chat | {"messages":[{"role":"user","content":"hi"}]}
            https://shop.example/api/chat | {"model":"gpt","messages":[{"id":"1","role":"user","parts":[]}]}
            https://shop.example/v1/chat | {"message":"hi"}
            https://shop.example/responses | {"survey":1,"input":"x"}
            https://shop.example/v2/embed | {"url":"https://video"}
            https://shop.example/embeddings | {"input":"x","tenant":"y"}
            https://shop.example/completions | {"prompt":"x"}
            https://shop.example/api/generate | {"prompt":"x"}
            https://shop.example/api/generate | {"model":"llama","keep_alive":0}
            https://shop.example/model/7/invoke | {"argument":1}
            https://shop.example/model/7/converse | {"text":"hi"}
            """)
    void doubts_untilBodyIsSeen(String url, String body) {
        ModelApi api = found(url);

        assertThat(api.certain()).isFalse();
        assertThat(api.format().isRequest(json(body))).isFalse();
    }

    private static ModelApi found(String url) {
        return requireNonNull(ModelApis.find("POST", url, URI.create(url).getHost()), url);
    }

    private static JsonValue json(String text) {
        return JsonReader.read(text.getBytes(UTF_8), JsonLimits.DEFAULT);
    }
}
