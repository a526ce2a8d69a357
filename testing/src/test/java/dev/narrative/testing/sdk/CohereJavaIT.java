package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import dev.narrative.testing.model.Usage;
import java.util.List;

/** Cohere's SDK over OkHttp. It tries again in an interceptor, which is within one request; its streams have no close. */
final class CohereJavaIT extends SdkContract {
    private static final String CALL = "chat command-a-03-2025";
    private static final Usage USAGE = new Usage(900, 100, 0, 0, 50, 0);
    private static final Answer ANSWER = Answer.text("By the river — Ålven. 🌉").withUsage(USAGE);

    CohereJavaIT() {
        super("cohere-java", "dev.narrative.applications.cohere.CohereProgram");
    }

    @Override
    List<Cell> cells() {
        return List.of(
                call("cancel", CALL).left(),
                chat("chat"),
                chat("chat/gzip").quirks(Quirk.GZIP, Quirk.SPLIT_BYTES),
                chat("chat/retried").refused(1),
                chat("stream").streams(),
                chat("stream/odd").streams().quirks(Quirk.GZIP, Quirk.SPLIT_BYTES),
                chat("stream/retried").streams().refused(1),
                tool("tools"),
                tool("stream-tools").streams(),
                call("chat/refused", CALL).refused(2).requests("429").fails("429", "Rate limit reached."),
                call("stream/cut", CALL)
                        .breaks(Fault.CUT)
                        .says("\"content\":\"On ")
                        .fails("java.io.EOFException", ""),
                call("embed", "embeddings embed-v4.0")
                        .answer(ANSWER.withUsage(Usage.of(1_000, 0)))
                        .tells("gen_ai.usage.input_tokens", 1_000)
                        .costs(1_000 * 0.12 / 1e6));
    }

    private static Cell chat(String scenario) {
        return counted(scenario)
                .answer(ANSWER)
                .says("the river — Ålven. 🌉", "\"finish_reason\":\"stop\"")
                .tells("gen_ai.response.finish_reasons", "[COMPLETE]");
    }

    private static Cell tool(String scenario) {
        return counted(scenario)
                .answer(Answer.toolCall("weather", "{\"at\":\"river\"}").withUsage(USAGE))
                .says("\"type\":\"tool_call\"", "\"name\":\"weather\"", "river", "\"finish_reason\":\"tool_call\"")
                .tells("gen_ai.response.finish_reasons", "[TOOL_CALL]");
    }

    /** No price of cached tokens is known. */
    private static Cell counted(String scenario) {
        return call(scenario, CALL)
                .tokens(1_000, 50)
                .tells("gen_ai.usage.cache_read.input_tokens", 100)
                .costs((1_000 * 2.5 + 50 * 10.0) / 1e6);
    }

    private static Cell call(String scenario, String span) {
        return Cell.of(scenario, span).tells("gen_ai.provider.name", "cohere");
    }
}
