package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A model whose calls tell the same, whichever SDK makes them: what its server answers, and what the spans tell of it.
 *
 * @param span the name of its calls
 * @param rates null where no price is known
 * @param finish how the provider says that an answer is complete
 * @param toolFinish how it says that an answer asks for a tool
 */
record AskedModel(
        String provider, String span, Usage usage, @Nullable Rates rates, String finish, String toolFinish) {
    static final String WORDS = "the river — Ålven. 🌉";

    private static final Usage PLAIN = Usage.of(1_000, 50);
    private static final Usage CACHED = new Usage(900, 100, 0, 0, 50, 0);
    private static final Usage REASONED = new Usage(900, 100, 0, 0, 40, 10);
    private static final Usage WRITTEN = new Usage(600, 100, 200, 0, 50, 0);
    private static final Rates CLAUDE = new Rates(3.0, 0.3, 3.75, 15.0);
    private static final Rates FLASH = new Rates(0.30, 0.03, 0, 2.50);
    private static final Rates MINI = new Rates(0.15, 0.075, 0, 0.60);

    static final AskedModel OPENAI = new AskedModel("openai", "chat gpt-4o-mini", REASONED, MINI, "stop", "tool_calls");
    static final AskedModel RESPONSES =
            new AskedModel("openai", "chat gpt-4o-mini", REASONED, MINI, "completed", "completed");
    static final AskedModel COMPLETIONS = new AskedModel(
            "openai", "text_completion gpt-3.5-turbo-instruct", PLAIN, new Rates(1.5, 0, 0, 2.0), "stop", "stop");

    /** The deployment's name is not the model's: what the answer says has the price. */
    static final AskedModel AZURE = new AskedModel(
            "azure.ai.openai", "chat gpt-4o-mini", REASONED, new Rates(2.50, 1.25, 0, 10.0), "stop", "tool_calls");

    static final AskedModel ANTHROPIC =
            new AskedModel("anthropic", "chat claude-sonnet-4-5", WRITTEN, CLAUDE, "end_turn", "tool_use");
    static final AskedModel ANTHROPIC_ON_VERTEX =
            new AskedModel("gcp.vertex_ai", "chat claude-sonnet-4-5@20250929", WRITTEN, CLAUDE, "end_turn", "tool_use");
    static final AskedModel GEMINI =
            new AskedModel("gcp.gemini", "generate_content gemini-2.5-flash", REASONED, FLASH, "STOP", "STOP");
    static final AskedModel VERTEX =
            new AskedModel("gcp.vertex_ai", "generate_content gemini-2.5-flash", REASONED, FLASH, "STOP", "STOP");

    /** No price of cached tokens is known. */
    static final AskedModel MISTRAL = new AskedModel(
            "mistral_ai", "chat mistral-small-latest", CACHED, new Rates(0.1, 0.1, 0, 0.3), "stop", "tool_calls");

    /** No price of cached tokens is known. */
    static final AskedModel COHERE = new AskedModel(
            "cohere", "chat command-a-03-2025", CACHED, new Rates(2.5, 2.5, 0, 10.0), "COMPLETE", "TOOL_CALL");

    /** Its first version has no word for an answer that asks for a tool. */
    static final AskedModel COHERE_V1 = new AskedModel(
            "cohere", "chat command-a-03-2025", CACHED, new Rates(2.5, 2.5, 0, 10.0), "COMPLETE", "COMPLETE");

    /** What runs on one's own machine has no price. */
    static final AskedModel OLLAMA = new AskedModel("ollama", "chat llama3.2", PLAIN, null, "stop", "stop");

    static final AskedModel OLLAMA_GENERATE =
            new AskedModel("ollama", "text_completion llama3.2", PLAIN, null, "stop", "stop");

    /** The model has no price for a cache's tokens. */
    static final AskedModel BEDROCK = new AskedModel(
            "aws.bedrock",
            "chat anthropic.claude-3-haiku-20240307-v1:0",
            WRITTEN,
            new Rates(0.25, 0.25, 0.25, 1.25),
            "end_turn",
            "tool_use");

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

    /** Dollars for a million tokens. */
    record Rates(double input, double cacheRead, double cacheWrite, double output) {
        double of(Usage usage) {
            return (usage.input() * input
                            + usage.cacheRead() * cacheRead
                            + usage.cacheWrite5m() * cacheWrite
                            + (usage.output() + usage.reasoning()) * output)
                    / 1e6;
        }
    }
}
