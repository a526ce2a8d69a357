package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Usage;
import java.util.List;

/** Spring AI's modules over Spring's clients, the JDK's and Reactor Netty, Gemini's over Google's SDK and Bedrock's over the AWS SDK. */
final class SpringAiProvidersIT extends ProvidersContract {
    SpringAiProvidersIT() {
        super("spring-ai/providers", "dev.narrative.applications.springai.providers.ProvidersProgram");
    }

    @Override
    List<Cell> cells() {
        return all(
                List.of(
                        AskedModel.OPENAI.call("openai/cancel").left().says(Cell.LEFT),
                        AskedModel.ANTHROPIC.call("anthropic/cancel").left(),
                        AskedModel.MISTRAL
                                .call("mistral/cancel")
                                .mistral()
                                .at("api.mistral.ai")
                                .left(),
                        AskedModel.OLLAMA.call("ollama/cancel").left().says(Cell.LEFT)),
                chats("openai", AskedModel.OPENAI),
                chats("anthropic", AskedModel.ANTHROPIC),
                chats("gemini", AskedModel.GEMINI),
                chats("vertex", AskedModel.VERTEX),
                chats("mistral", AskedModel.MISTRAL).stream()
                        .map(cell -> cell.mistral().at("api.mistral.ai"))
                        .toList(),
                chats("ollama", AskedModel.OLLAMA),
                chats("bedrock", AskedModel.BEDROCK),
                List.of(
                        refused("openai", AskedModel.OPENAI).fails("requests", "Rate limit reached."),
                        refused("anthropic", AskedModel.ANTHROPIC).fails("rate_limit_error", "Rate limit reached."),
                        refused("gemini", AskedModel.GEMINI).fails("RESOURCE_EXHAUSTED", "Rate limit reached."),
                        refused("vertex", AskedModel.VERTEX).fails("RESOURCE_EXHAUSTED", "Rate limit reached."),
                        refused("mistral", AskedModel.MISTRAL)
                                .mistral()
                                .at("api.mistral.ai")
                                .fails("service_tier_capacity_exceeded", "Rate limit reached."),
                        refused("ollama", AskedModel.OLLAMA).fails("429", "Rate limit reached."),
                        AskedModel.BEDROCK
                                .call("bedrock/chat/denied")
                                .denied()
                                .requests("400")
                                .fails("ValidationException", "The request is not valid.")),
                List.of(
                        cut("openai", AskedModel.OPENAI).fails("reactor.netty.http.client.PrematureCloseException", ""),
                        cut("anthropic", AskedModel.ANTHROPIC)
                                .fails("reactor.netty.http.client.PrematureCloseException", ""),
                        cut("gemini", AskedModel.GEMINI).fails("java.io.EOFException", ""),
                        cut("vertex", AskedModel.VERTEX).fails("java.io.EOFException", ""),
                        cut("mistral", AskedModel.MISTRAL)
                                .mistral()
                                .at("api.mistral.ai")
                                .fails("reactor.netty.http.client.PrematureCloseException", ""),
                        cut("ollama", AskedModel.OLLAMA).fails("reactor.netty.http.client.PrematureCloseException", ""),
                        cut("bedrock", AskedModel.BEDROCK)),
                List.of(
                        embeds("openai", "openai", "text-embedding-3-small").costs(1_000 * 0.02 / 1e6),
                        embeds("mistral", "mistral_ai", "mistral-embed")
                                .mistral()
                                .at("api.mistral.ai")
                                .costs(1_000 * 0.1 / 1e6),
                        embeds("ollama", "ollama", "llama3.2")));
    }

    private static Cell embeds(String name, String provider, String model) {
        return Cell.of(name + "/embed", "embeddings " + model)
                .answer(Answer.text("").withUsage(Usage.of(1_000, 0)))
                .tells("gen_ai.provider.name", provider)
                .tells("gen_ai.usage.input_tokens", 1_000);
    }
}
