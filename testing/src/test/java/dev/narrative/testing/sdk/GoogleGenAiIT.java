package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import java.util.List;

/** Google's SDK over OkHttp. It tries again in an interceptor, which is within one request. */
final class GoogleGenAiIT extends SdkContract {
    GoogleGenAiIT() {
        super("google-genai", "dev.narrative.applications.genai.GenAiProgram");
    }

    @Override
    List<Cell> cells() {
        AskedModel gemini = AskedModel.GEMINI;
        return List.of(
                chat("chat"),
                chat("chat/gzip").quirks(Quirk.GZIP, Quirk.SPLIT_BYTES),
                chat("chat/retried").refused(1),
                chat("async"),
                chat("stream").streams(),
                chat("stream/odd").streams().quirks(Quirk.GZIP, Quirk.SPLIT_BYTES),
                chat("stream/retried").streams().refused(1),
                chat("stream-async").streams(),
                gemini.tool("tools"),
                gemini.tool("stream-tools").streams(),
                gemini.call("chat/refused")
                        .refused(2)
                        .requests("429")
                        .fails("RESOURCE_EXHAUSTED", "Rate limit reached."),
                gemini.call("stream/cut")
                        .breaks(Fault.CUT)
                        .says("\"content\":\"On ")
                        .fails("java.io.EOFException", ""),
                gemini.call("cancel").left().says(Cell.LEFT),
                AskedModel.VERTEX.answered("vertex-chat"),
                AskedModel.VERTEX.answered("vertex-stream").streams(),
                AskedModel.VERTEX.tool("vertex-tools"),
                AskedModel.VERTEX.tool("vertex-stream-tools").streams(),
                Cell.of("embed", "embeddings gemini-embedding-001").tells("narrative.type", "embedding"));
    }

    private static Cell chat(String scenario) {
        return AskedModel.GEMINI.answered(scenario).tells("gen_ai.response.model", "gemini-2.5-flash");
    }
}
