package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import dev.narrative.testing.model.Usage;
import java.util.List;

/** Ollama4j over the JDK's client. What runs on one's own machine has no price. */
final class Ollama4jIT extends SdkContract {
    Ollama4jIT() {
        super("ollama4j", "dev.narrative.applications.ollama.OllamaProgram");
    }

    @Override
    List<Cell> cells() {
        AskedModel llama = AskedModel.OLLAMA;
        return List.of(
                llama.answered("chat"),
                llama.answered("chat/split").quirks(Quirk.SPLIT_BYTES),
                llama.answered("stream").streams(),
                llama.answered("stream/split").streams().quirks(Quirk.SPLIT_BYTES),
                llama.tool("tools").firstOf(2),
                AskedModel.OLLAMA_GENERATE.answered("generate"),
                AskedModel.OLLAMA_GENERATE.answered("generate-stream").streams(),
                llama.call("chat/refused").refused(1).requests("429").fails("429", "Rate limit reached."),
                llama.call("stream/cut")
                        .breaks(Fault.CUT)
                        .says("\"content\":\"On ")
                        .fails("java.io.IOException", ""),
                embeds("embed"));
    }

    private static Cell embeds(String scenario) {
        return Cell.of(scenario, "embeddings llama3.2")
                .answer(Answer.text("").withUsage(Usage.of(1_000, 0)))
                .tells("gen_ai.provider.name", "ollama")
                .tells("gen_ai.usage.input_tokens", 1_000);
    }
}
