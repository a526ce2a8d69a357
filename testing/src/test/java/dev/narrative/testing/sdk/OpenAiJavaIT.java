package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import dev.narrative.testing.model.Usage;
import java.util.List;

/** OpenAI's SDK over OkHttp: chats, responses, texts and embeddings. */
class OpenAiJavaIT extends SdkContract {
    private static final Usage USAGE = new Usage(900, 100, 0, 0, 40, 10);
    private static final Answer ANSWER = Answer.text("By the river — Ålven. 🌉").withUsage(USAGE);
    private static final Answer TOOL =
            Answer.toolCall("weather", "{\"at\":\"river\"}").withUsage(USAGE);
    private static final double COST = (900 * 0.15 + 100 * 0.075 + 50 * 0.60) / 1e6;

    OpenAiJavaIT() {
        super("openai-java", "dev.narrative.applications.openai.OpenAiProgram");
    }

    @Override
    List<Cell> cells() {
        return List.of(
                chat("chat"),
                chat("chat/gzip").quirks(Quirk.GZIP, Quirk.SPLIT_BYTES),
                chat("chat/retried").refused(1).requests("429", "200"),
                chat("async"),
                chat("async/retried").refused(1).requests("429", "200"),
                chat("stream").streams(),
                chat("stream/odd").streams().quirks(Quirk.GZIP, Quirk.SPLIT_BYTES),
                chat("stream/retried").streams().refused(1).requests("429", "200"),
                chat("stream-async").streams(),
                chat("stream-async/retried").streams().refused(1).requests("429", "200"),
                tool("tools"),
                tool("stream-tools").streams(),
                call("chat/refused", "chat gpt-4o-mini")
                        .refused(2)
                        .requests("429", "429")
                        .fails("requests", "Rate limit reached."),
                call("embed/unreachable", "embeddings")
                        .unreachable()
                        .fails("java.net.ConnectException", "Failed to connect"),
                call("stream/cut", "chat gpt-4o-mini")
                        .breaks(Fault.CUT)
                        .says("\"content\":\"On ")
                        .fails("java.io.EOFException", ""),
                call("stream/failed", "chat gpt-4o-mini")
                        .breaks(Fault.ERROR_EVENT)
                        .says("\"content\":\"On ")
                        .fails("server_error", "The server had an error."),
                call("cancel", "chat gpt-4o-mini").left(),
                azure("azure"),
                azure("azure-stream").streams(),
                response("responses").answer(ANSWER).says("the river — Ålven. 🌉"),
                response("responses-stream")
                        .answer(ANSWER)
                        .says("the river — Ålven. 🌉")
                        .streams(),
                response("responses-stream/odd")
                        .answer(ANSWER)
                        .says("the river — Ålven. 🌉")
                        .streams()
                        .quirks(Quirk.GZIP, Quirk.SPLIT_BYTES, Quirk.UNKNOWN_EVENTS),
                response("responses-tools").answer(TOOL).says("weather", "river", "tool_call"),
                text("completion"),
                text("completion-stream").streams(),
                call("embed", "embeddings text-embedding-3-small")
                        .answer(ANSWER.withUsage(Usage.of(1_000, 0)))
                        .tells("gen_ai.usage.input_tokens", 1_000)
                        .costs(1_000 * 0.02 / 1e6));
    }

    private static Cell chat(String scenario) {
        return counted(call(scenario, "chat gpt-4o-mini"))
                .answer(ANSWER)
                .says("the river — Ålven. 🌉", "\"finish_reason\":\"stop\"")
                .tells("gen_ai.request.temperature", 0.5)
                .tells("gen_ai.response.model", "gpt-4o-mini-2024-07-18")
                .tells("gen_ai.response.finish_reasons", "[stop]");
    }

    /** The deployment's name is not the model's: what the answer says has the price. */
    private static Cell azure(String scenario) {
        return Cell.of(scenario, "chat gpt-4o-mini")
                .answer(ANSWER)
                .says("the river — Ålven. 🌉")
                .tells("gen_ai.provider.name", "azure.ai.openai")
                .tells("gen_ai.response.model", "gpt-4o-2024-08-06")
                .tokens(1_000, 50)
                .tells("gen_ai.usage.cache_read.input_tokens", 100)
                .tells("gen_ai.usage.reasoning.output_tokens", 10)
                .costs((900 * 2.50 + 100 * 1.25 + 50 * 10.0) / 1e6);
    }

    private static Cell tool(String scenario) {
        return counted(call(scenario, "chat gpt-4o-mini"))
                .answer(TOOL)
                .says("\"type\":\"tool_call\"", "\"name\":\"weather\"", "river", "\"finish_reason\":\"tool_call\"")
                .tells("gen_ai.response.finish_reasons", "[tool_calls]");
    }

    private static Cell response(String scenario) {
        return counted(call(scenario, "chat gpt-4o-mini")).tells("gen_ai.response.finish_reasons", "[completed]");
    }

    private static Cell text(String scenario) {
        return call(scenario, "text_completion gpt-3.5-turbo-instruct")
                .answer(ANSWER.withUsage(Usage.of(1_000, 50)))
                .says("the river — Ålven. 🌉")
                .tokens(1_000, 50)
                .tells("gen_ai.response.finish_reasons", "[stop]")
                .costs((1_000 * 1.5 + 50 * 2.0) / 1e6);
    }

    private static Cell counted(Cell cell) {
        return cell.tokens(1_000, 50)
                .tells("gen_ai.usage.cache_read.input_tokens", 100)
                .tells("gen_ai.usage.reasoning.output_tokens", 10)
                .costs(COST);
    }

    private static Cell call(String scenario, String span) {
        return Cell.of(scenario, span).tells("gen_ai.provider.name", "openai");
    }
}
