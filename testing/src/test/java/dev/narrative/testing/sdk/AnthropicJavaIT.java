package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import dev.narrative.testing.model.Usage;
import java.util.List;

/** Anthropic's SDK over OkHttp, which asks Bedrock and Vertex as well. */
final class AnthropicJavaIT extends SdkContract {
    private static final double LONG_CACHE = (600 * 3.0 + 100 * 0.3 + 200 * 6.0 + 50 * 15.0) / 1e6;

    AnthropicJavaIT() {
        super("anthropic-java", "dev.narrative.applications.anthropic.AnthropicProgram");
    }

    @Override
    List<Cell> cells() {
        AskedModel claude = AskedModel.ANTHROPIC;
        return List.of(
                chat("chat"),
                claude.counted("chat/thinking")
                        .answer(claude.answer().withReasoning("Water, I think."))
                        .says("\"type\":\"reasoning\"", "Water, I think.", "the river"),
                claude.call("chat/long-cache")
                        .answer(claude.answer().withUsage(new Usage(600, 100, 0, 200, 50, 0)))
                        .tokens(900, 50)
                        .tells("gen_ai.usage.cache_creation.input_tokens", 200)
                        .costs(LONG_CACHE),
                chat("chat/retried").refused(1).requests("429", "200"),
                chat("async"),
                chat("async/retried").refused(1).requests("429", "200"),
                chat("stream").streams(),
                chat("stream/odd").streams().quirks(Quirk.GZIP, Quirk.SPLIT_BYTES, Quirk.UNKNOWN_EVENTS),
                chat("stream/retried").streams().refused(1).requests("429", "200"),
                chat("stream-async").streams(),
                chat("stream-async/retried").streams().refused(1).requests("429", "200"),
                claude.tool("tools"),
                claude.tool("stream-tools").streams(),
                claude.call("chat/refused")
                        .refused(2)
                        .requests("429", "429")
                        .fails("rate_limit_error", "Rate limit reached."),
                claude.call("stream/cut")
                        .breaks(Fault.CUT)
                        .says("\"content\":\"On ")
                        .fails("java.io.EOFException", ""),
                claude.call("stream/failed")
                        .breaks(Fault.ERROR_EVENT)
                        .says("\"content\":\"On ")
                        .fails("overloaded_error", "Overloaded"),
                claude.call("cancel").left(),
                AskedModel.BEDROCK.answered("bedrock-chat"),
                AskedModel.BEDROCK.answered("bedrock-stream").streams(),
                AskedModel.BEDROCK.answered("bedrock-stream/split").streams().quirks(Quirk.SPLIT_BYTES),
                AskedModel.BEDROCK.tool("bedrock-tools"),
                AskedModel.BEDROCK.tool("bedrock-stream-tools").streams(),
                AskedModel.BEDROCK
                        .call("bedrock-stream/cut")
                        .breaks(Fault.CUT)
                        .says("\"content\":\"On ")
                        .fails("java.io.EOFException", ""),
                AskedModel.ANTHROPIC_ON_VERTEX.answered("vertex-chat"),
                AskedModel.ANTHROPIC_ON_VERTEX.answered("vertex-stream").streams(),
                AskedModel.ANTHROPIC_ON_VERTEX.tool("vertex-stream-tools").streams());
    }

    private static Cell chat(String scenario) {
        return AskedModel.ANTHROPIC
                .answered(scenario)
                .tells("gen_ai.request.max_tokens", 100)
                .tells("gen_ai.response.model", "claude-sonnet-4-5");
    }
}
