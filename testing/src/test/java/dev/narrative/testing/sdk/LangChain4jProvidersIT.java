package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Usage;
import java.util.List;

/** LangChain4j's modules over the JDK's client, Bedrock's over the AWS SDK and Cohere's over OkHttp. */
final class LangChain4jProvidersIT extends ProvidersContract {
    LangChain4jProvidersIT() {
        super("langchain4j/providers", "dev.narrative.applications.langchain4j.providers.ProvidersProgram");
    }

    @Override
    List<Cell> cells() {
        return all(
                List.of(
                        AskedModel.OPENAI.call("openai/cancel").left().says(Cell.LEFT),
                        AskedModel.ANTHROPIC.call("anthropic/cancel").left().says(Cell.LEFT),
                        AskedModel.GEMINI.call("gemini/cancel").left().says(Cell.LEFT),
                        AskedModel.MISTRAL
                                .call("mistral/cancel")
                                .mistral()
                                .left()
                                .says(Cell.LEFT),
                        AskedModel.OLLAMA.call("ollama/cancel").left().says(Cell.LEFT),
                        AskedModel.BEDROCK.call("bedrock/cancel").left().says(Cell.LEFT)),
                chats("openai", AskedModel.OPENAI),
                chats("responses", AskedModel.RESPONSES),
                chats("anthropic", AskedModel.ANTHROPIC),
                chats("gemini", AskedModel.GEMINI),
                chats("mistral", AskedModel.MISTRAL).stream().map(Cell::mistral).toList(),
                chats("ollama", AskedModel.OLLAMA),
                chats("bedrock", AskedModel.BEDROCK),
                List.of(
                        AskedModel.COMPLETIONS.answered("openai/text"),
                        AskedModel.COMPLETIONS.answered("openai/stream-text").streams(),
                        AskedModel.OLLAMA_GENERATE.answered("ollama/text"),
                        AskedModel.OLLAMA_GENERATE
                                .answered("ollama/stream-text")
                                .streams()),
                List.of(
                        refused("openai", AskedModel.OPENAI).fails("requests", "Rate limit reached."),
                        refused("anthropic", AskedModel.ANTHROPIC).fails("rate_limit_error", "Rate limit reached."),
                        refused("gemini", AskedModel.GEMINI).fails("RESOURCE_EXHAUSTED", "Rate limit reached."),
                        refused("mistral", AskedModel.MISTRAL)
                                .mistral()
                                .fails("service_tier_capacity_exceeded", "Rate limit reached."),
                        refused("ollama", AskedModel.OLLAMA).fails("429", "Rate limit reached."),
                        AskedModel.BEDROCK
                                .call("bedrock/chat/denied")
                                .denied()
                                .requests("400")
                                .fails("ValidationException", "The request is not valid.")),
                List.of(
                        cut("openai", AskedModel.OPENAI).fails("java.io.IOException", ""),
                        cut("anthropic", AskedModel.ANTHROPIC).fails("java.io.IOException", ""),
                        cut("gemini", AskedModel.GEMINI).fails("java.io.IOException", ""),
                        cut("mistral", AskedModel.MISTRAL).mistral().fails("java.io.IOException", ""),
                        cut("ollama", AskedModel.OLLAMA).fails("java.io.IOException", "")),
                List.of(
                        embeds("openai", "openai", "text-embedding-3-small").costs(1_000 * 0.02 / 1e6),
                        Cell.of("gemini/embed", "embeddings gemini-embedding-001")
                                .tells("gen_ai.provider.name", "gcp.gemini"),
                        embeds("mistral", "mistral_ai", "mistral-embed")
                                .mistral()
                                .at("api.mistral.ai")
                                .costs(1_000 * 0.1 / 1e6),
                        embeds("ollama", "ollama", "llama3.2"),
                        embeds("bedrock", "aws.bedrock", "amazon.titan-embed-text-v1")
                                .costs(1_000 * 0.1 / 1e6),
                        embeds("cohere", "cohere", "embed-v4.0").costs(1_000 * 0.12 / 1e6)));
    }

    private static Cell embeds(String name, String provider, String model) {
        return Cell.of(name + "/embed", "embeddings " + model)
                .answer(Answer.text("").withUsage(Usage.of(1_000, 0)))
                .tells("gen_ai.provider.name", provider)
                .tells("gen_ai.usage.input_tokens", 1_000);
    }
}
