package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import dev.narrative.testing.model.Usage;
import java.util.List;

/** Cohere's SDK over OkHttp. It tries again in an interceptor, which is within one request; its streams have no close. */
final class CohereJavaIT extends SdkContract {
    CohereJavaIT() {
        super("cohere-java", "dev.narrative.applications.cohere.CohereProgram");
    }

    @Override
    List<Cell> cells() {
        AskedModel cohere = AskedModel.COHERE;
        return List.of(
                cohere.call("cancel").left(),
                cohere.answered("chat"),
                cohere.answered("chat/gzip").quirks(Quirk.GZIP, Quirk.SPLIT_BYTES),
                cohere.answered("chat/retried").refused(1),
                cohere.answered("async"),
                cohere.answered("stream").streams(),
                cohere.answered("stream/odd").streams().quirks(Quirk.GZIP, Quirk.SPLIT_BYTES),
                cohere.answered("stream/retried").streams().refused(1),
                cohere.answered("stream-async").streams(),
                cohere.tool("tools"),
                cohere.tool("stream-tools").streams(),
                cohere.call("chat/refused").refused(2).requests("429").fails("429", "Rate limit reached."),
                cohere.call("stream/cut")
                        .breaks(Fault.CUT)
                        .says("\"content\":\"On ")
                        .fails("java.io.EOFException", ""),
                AskedModel.COHERE_V1.answered("v1-chat"),
                AskedModel.COHERE_V1.answered("v1-stream").streams(),
                AskedModel.COHERE_V1.answered("v1-stream/split").streams().quirks(Quirk.SPLIT_BYTES),
                AskedModel.COHERE_V1.tool("v1-tools"),
                AskedModel.COHERE_V1.tool("v1-stream-tools").streams(),
                AskedModel.COHERE_V1
                        .call("v1-stream/cut")
                        .breaks(Fault.CUT)
                        .says("\"content\":\"On ")
                        .fails("java.io.EOFException", ""),
                embeds("embed"),
                embeds("v1-embed"));
    }

    private static Cell embeds(String scenario) {
        return Cell.of(scenario, "embeddings embed-v4.0")
                .answer(Answer.text("").withUsage(Usage.of(1_000, 0)))
                .tells("gen_ai.provider.name", "cohere")
                .tells("gen_ai.usage.input_tokens", 1_000)
                .costs(1_000 * 0.12 / 1e6);
    }
}
