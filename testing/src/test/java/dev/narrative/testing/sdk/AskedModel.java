package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Usage;
import org.jspecify.annotations.Nullable;

/** A model whose calls tell the same, whichever SDK makes them: what its server answers, and what the spans tell of it. */
enum AskedModel {
    OPENAI("openai", "chat gpt-4o-mini", Usages.WITH_REASONING, new Rates(0.15, 0.075, 0, 0.60), "stop", "tool_calls"),
    /** The deployment's name is not the model's: what the answer says has the price. */
    AZURE(
            "azure.ai.openai",
            "chat gpt-4o-mini",
            Usages.WITH_REASONING,
            new Rates(2.50, 1.25, 0, 10.0),
            "stop",
            "tool_calls"),
    RESPONSES(
            "openai",
            "chat gpt-4o-mini",
            Usages.WITH_REASONING,
            new Rates(0.15, 0.075, 0, 0.60),
            "completed",
            "completed"),
    COMPLETIONS(
            "openai",
            "text_completion gpt-3.5-turbo-instruct",
            Usage.of(1_000, 50),
            new Rates(1.5, 0, 0, 2.0),
            "stop",
            "stop"),
    ANTHROPIC(
            "anthropic",
            "chat claude-sonnet-4-5",
            Usages.WITH_CACHE,
            new Rates(3.0, 0.3, 3.75, 15.0),
            "end_turn",
            "tool_use"),
    ANTHROPIC_ON_VERTEX(
            "gcp.vertex_ai",
            "chat claude-sonnet-4-5@20250929",
            Usages.WITH_CACHE,
            new Rates(3.0, 0.3, 3.75, 15.0),
            "end_turn",
            "tool_use"),
    GEMINI(
            "gcp.gemini",
            "generate_content gemini-2.5-flash",
            Usages.WITH_REASONING,
            new Rates(0.30, 0.03, 0, 2.50),
            "STOP",
            "STOP"),
    VERTEX(
            "gcp.vertex_ai",
            "generate_content gemini-2.5-flash",
            Usages.WITH_REASONING,
            new Rates(0.30, 0.03, 0, 2.50),
            "STOP",
            "STOP"),
    /** No price of cached tokens is known. */
    MISTRAL(
            "mistral_ai",
            "chat mistral-small-latest",
            new Usage(900, 100, 0, 0, 50, 0),
            new Rates(0.1, 0.1, 0, 0.3),
            "stop",
            "tool_calls"),
    /** No price of cached tokens is known. */
    COHERE(
            "cohere",
            "chat command-a-03-2025",
            new Usage(900, 100, 0, 0, 50, 0),
            new Rates(2.5, 2.5, 0, 10.0),
            "COMPLETE",
            "TOOL_CALL"),
    COHERE_V1(
            "cohere",
            "chat command-a-03-2025",
            new Usage(900, 100, 0, 0, 50, 0),
            new Rates(2.5, 2.5, 0, 10.0),
            "COMPLETE",
            "COMPLETE"),
    /** What runs on one's own machine has no price. */
    OLLAMA("ollama", "chat llama3.2", Usage.of(1_000, 50), null, "stop", "stop"),
    OLLAMA_GENERATE("ollama", "text_completion llama3.2", Usage.of(1_000, 50), null, "stop", "stop"),
    /** The model has no price for a cache's tokens. */
    BEDROCK(
            "aws.bedrock",
            "chat anthropic.claude-3-haiku-20240307-v1:0",
            Usages.WITH_CACHE,
            new Rates(0.25, 0.25, 0.25, 1.25),
            "end_turn",
            "tool_use");

    static final String WORDS = "the river — Ålven. 🌉";

    private final String provider;
    private final String span;
    private final Usage usage;
    private final @Nullable Rates rates;
    private final String finish;
    private final String toolFinish;

    AskedModel(String provider, String span, Usage usage, @Nullable Rates rates, String finish, String toolFinish) {
        this.provider = provider;
        this.span = span;
        this.usage = usage;
        this.rates = rates;
        this.finish = finish;
        this.toolFinish = toolFinish;
    }

    Answer answer() {
        return Answer.text("By " + WORDS).withUsage(usage);
    }

    /** A call of which nothing is said yet but whose it is. */
    Cell call(String scenario) {
        return Cell.of(scenario, span).tells("gen_ai.provider.name", provider);
    }

    Cell answered(String scenario) {
        return counted(scenario)
                .answer(answer())
                .says(WORDS, "\"finish_reason\":\"stop\"")
                .tells("gen_ai.response.finish_reasons", "[" + finish + "]");
    }

    Cell tool(String scenario) {
        return counted(scenario)
                .answer(Answer.toolCall("weather", "{\"at\":\"river\"}").withUsage(usage))
                .says("\"type\":\"tool_call\"", "\"name\":\"weather\"", "river", "\"finish_reason\":\"tool_call\"")
                .tells("gen_ai.response.finish_reasons", "[" + toolFinish + "]");
    }

    /** An answer of which only the tokens and their price are known yet. */
    Cell counted(String scenario) {
        Cell cell = call(scenario)
                .tokens(
                        usage.input() + usage.cacheRead() + usage.cacheWrite5m() + usage.cacheWrite1h(),
                        usage.output() + usage.reasoning());
        tells(cell, "gen_ai.usage.cache_read.input_tokens", usage.cacheRead());
        tells(cell, "gen_ai.usage.cache_creation.input_tokens", usage.cacheWrite5m());
        tells(cell, "gen_ai.usage.reasoning.output_tokens", usage.reasoning());
        return rates == null ? cell : cell.costs(rates.of(usage));
    }

    private static void tells(Cell cell, String attribute, long tokens) {
        if (tokens > 0) {
            cell.tells(attribute, tokens);
        }
    }

    private static final class Usages {
        static final Usage WITH_REASONING = new Usage(900, 100, 0, 0, 40, 10);
        static final Usage WITH_CACHE = new Usage(600, 100, 200, 0, 50, 0);
    }

    /** Dollars for a million tokens. */
    private record Rates(double input, double cacheRead, double cacheWrite, double output) {
        double of(Usage usage) {
            return (usage.input() * input
                            + usage.cacheRead() * cacheRead
                            + usage.cacheWrite5m() * cacheWrite
                            + (usage.output() + usage.reasoning()) * output)
                    / 1e6;
        }
    }
}
