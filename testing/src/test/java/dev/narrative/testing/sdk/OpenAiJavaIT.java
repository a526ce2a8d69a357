package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import dev.narrative.testing.model.Usage;
import java.util.List;

/** OpenAI's SDK over OkHttp: chats, responses, texts and embeddings. */
class OpenAiJavaIT extends SdkContract {
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
                AskedModel.OPENAI.tool("tools"),
                AskedModel.OPENAI.tool("stream-tools").streams(),
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
                AskedModel.RESPONSES.answered("responses"),
                AskedModel.RESPONSES.answered("responses-stream").streams(),
                AskedModel.RESPONSES
                        .answered("responses-stream/odd")
                        .streams()
                        .quirks(Quirk.GZIP, Quirk.SPLIT_BYTES, Quirk.UNKNOWN_EVENTS),
                AskedModel.RESPONSES.tool("responses-tools"),
                AskedModel.COMPLETIONS.answered("completion"),
                AskedModel.COMPLETIONS.answered("completion-stream").streams(),
                call("embed", "embeddings text-embedding-3-small")
                        .answer(Answer.text("").withUsage(Usage.of(1_000, 0)))
                        .tells("gen_ai.usage.input_tokens", 1_000)
                        .costs(1_000 * 0.02 / 1e6));
    }

    private static Cell chat(String scenario) {
        return AskedModel.OPENAI
                .answered(scenario)
                .tells("gen_ai.request.temperature", 0.5)
                .tells("gen_ai.response.model", "gpt-4o-mini-2024-07-18");
    }

    private static Cell azure(String scenario) {
        return AskedModel.AZURE.answered(scenario).tells("gen_ai.response.model", "gpt-4o-2024-08-06");
    }

    private static Cell call(String scenario, String span) {
        return Cell.of(scenario, span).tells("gen_ai.provider.name", "openai");
    }
}
