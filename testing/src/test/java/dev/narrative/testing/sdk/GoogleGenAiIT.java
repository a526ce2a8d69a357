package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import dev.narrative.testing.model.Usage;
import java.util.List;

/** Google's SDK over OkHttp. It tries again in an interceptor, which is within one request. */
final class GoogleGenAiIT extends SdkContract {
    private static final String CALL = "generate_content gemini-2.5-flash";
    private static final Usage USAGE = new Usage(900, 100, 0, 0, 40, 10);
    private static final Answer ANSWER = Answer.text("By the river — Ålven. 🌉").withUsage(USAGE);
    private static final double COST = (900 * 0.30 + 100 * 0.03 + 50 * 2.50) / 1e6;

    GoogleGenAiIT() {
        super("google-genai", "dev.narrative.applications.genai.GenAiProgram");
    }

    @Override
    List<Cell> cells() {
        return List.of(
                chat("chat"),
                chat("chat/gzip").quirks(Quirk.GZIP, Quirk.SPLIT_BYTES),
                chat("chat/retried").refused(1),
                chat("async"),
                chat("stream").streams(),
                chat("stream/odd").streams().quirks(Quirk.GZIP, Quirk.SPLIT_BYTES),
                chat("stream/retried").streams().refused(1),
                tool("tools"),
                tool("stream-tools").streams(),
                call("chat/refused").refused(2).requests("429").fails("RESOURCE_EXHAUSTED", "Rate limit reached."),
                call("stream/cut").breaks(Fault.CUT).says("\"content\":\"On ").fails("java.io.EOFException", ""),
                call("cancel").left().says("On "),
                Cell.of("embed", "embeddings gemini-embedding-001").tells("narrative.type", "embedding"));
    }

    private static Cell chat(String scenario) {
        return counted(scenario)
                .answer(ANSWER)
                .says("the river — Ålven. 🌉", "\"finish_reason\":\"stop\"")
                .tells("gen_ai.response.finish_reasons", "[STOP]");
    }

    private static Cell tool(String scenario) {
        return counted(scenario)
                .answer(Answer.toolCall("weather", "{\"at\":\"river\"}").withUsage(USAGE))
                .says("\"type\":\"tool_call\"", "\"name\":\"weather\"", "river", "\"finish_reason\":\"tool_call\"");
    }

    private static Cell counted(String scenario) {
        return call(scenario)
                .tokens(1_000, 50)
                .tells("gen_ai.usage.cache_read.input_tokens", 100)
                .tells("gen_ai.usage.reasoning.output_tokens", 10)
                .tells("gen_ai.response.model", "gemini-2.5-flash")
                .costs(COST);
    }

    private static Cell call(String scenario) {
        return Cell.of(scenario, CALL).tells("gen_ai.provider.name", "gcp.gemini");
    }
}
