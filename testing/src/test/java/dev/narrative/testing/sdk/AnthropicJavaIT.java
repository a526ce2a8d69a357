package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import dev.narrative.testing.model.Usage;
import java.util.List;

/** Anthropic's SDK over OkHttp. */
final class AnthropicJavaIT extends SdkContract {
    private static final String CALL = "chat claude-sonnet-4-5";
    private static final Usage USAGE = new Usage(600, 100, 200, 0, 40, 10);
    private static final Answer ANSWER = Answer.text("By the river — Ålven. 🌉").withUsage(USAGE);
    private static final double COST = (600 * 3.0 + 100 * 0.3 + 200 * 3.75 + 50 * 15.0) / 1e6;

    AnthropicJavaIT() {
        super("anthropic-java", "dev.narrative.applications.anthropic.AnthropicProgram");
    }

    @Override
    List<Cell> cells() {
        return List.of(
                chat("chat"),
                counted("chat/thinking")
                        .answer(ANSWER.withReasoning("Water, I think."))
                        .says("\"type\":\"reasoning\"", "Water, I think.", "the river"),
                call("chat/long-cache")
                        .answer(ANSWER.withUsage(new Usage(600, 100, 0, 200, 50, 0)))
                        .tokens(900, 50)
                        .tells("gen_ai.usage.cache_creation.input_tokens", 200)
                        .costs(COST + 200 * (6.0 - 3.75) / 1e6),
                chat("chat/retried").refused(1).requests("429", "200"),
                chat("async"),
                chat("async/retried").refused(1).requests("429", "200"),
                chat("stream").streams(),
                chat("stream/odd").streams().quirks(Quirk.GZIP, Quirk.SPLIT_BYTES, Quirk.UNKNOWN_EVENTS),
                chat("stream/retried").streams().refused(1).requests("429", "200"),
                chat("stream-async").streams(),
                chat("stream-async/retried").streams().refused(1).requests("429", "200"),
                tool("tools"),
                tool("stream-tools").streams(),
                call("chat/refused").refused(2).requests("429", "429").fails("rate_limit_error", "Rate limit reached."),
                call("stream/cut").breaks(Fault.CUT).says("\"content\":\"On ").fails("java.io.EOFException", ""),
                call("stream/failed")
                        .breaks(Fault.ERROR_EVENT)
                        .says("\"content\":\"On ")
                        .fails("overloaded_error", "Overloaded"),
                call("cancel").left());
    }

    private static Cell chat(String scenario) {
        return counted(scenario)
                .answer(ANSWER)
                .says("the river — Ålven. 🌉", "\"finish_reason\":\"stop\"")
                .tells("gen_ai.request.max_tokens", 100)
                .tells("gen_ai.response.finish_reasons", "[end_turn]");
    }

    private static Cell tool(String scenario) {
        return counted(scenario)
                .answer(Answer.toolCall("weather", "{\"at\":\"river\"}").withUsage(USAGE))
                .says("\"type\":\"tool_call\"", "\"name\":\"weather\"", "river", "\"finish_reason\":\"tool_call\"")
                .tells("gen_ai.response.finish_reasons", "[tool_use]");
    }

    private static Cell counted(String scenario) {
        return call(scenario)
                .tokens(900, 50)
                .tells("gen_ai.usage.cache_read.input_tokens", 100)
                .tells("gen_ai.usage.cache_creation.input_tokens", 200)
                .tells("gen_ai.response.model", "claude-sonnet-4-5")
                .costs(COST);
    }

    private static Cell call(String scenario) {
        return Cell.of(scenario, CALL).tells("gen_ai.provider.name", "anthropic");
    }
}
