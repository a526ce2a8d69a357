package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import dev.narrative.testing.model.Usage;
import java.util.List;

/** Ollama4j over the JDK's client. What runs on one's own machine has no price. */
final class Ollama4jIT extends SdkContract {
    private static final Usage USAGE = Usage.of(1_000, 50);
    private static final Answer ANSWER = Answer.text("By the river — Ålven. 🌉").withUsage(USAGE);

    Ollama4jIT() {
        super("ollama4j", "dev.narrative.applications.ollama.OllamaProgram");
    }

    @Override
    List<Cell> cells() {
        return List.of(
                answered("chat", "chat llama3.2"),
                answered("chat/split", "chat llama3.2").quirks(Quirk.SPLIT_BYTES),
                answered("stream", "chat llama3.2").streams(),
                answered("stream/split", "chat llama3.2").streams().quirks(Quirk.SPLIT_BYTES),
                call("tools", "chat llama3.2")
                        .firstOf(2)
                        .answer(Answer.toolCall("weather", "{\"at\":\"river\"}").withUsage(USAGE))
                        .tokens(1_000, 50)
                        .says("\"type\":\"tool_call\"", "\"name\":\"weather\"", "river"),
                answered("generate", "text_completion llama3.2"),
                answered("generate-stream", "text_completion llama3.2").streams(),
                call("chat/refused", "chat llama3.2").refused(1).requests("429").fails("429", "Rate limit reached."),
                call("stream/cut", "chat llama3.2")
                        .breaks(Fault.CUT)
                        .says("\"content\":\"On ")
                        .fails("java.io.IOException", ""),
                call("embed", "embeddings llama3.2").answer(ANSWER).tells("gen_ai.usage.input_tokens", 1_000));
    }

    private static Cell answered(String scenario, String span) {
        return call(scenario, span)
                .answer(ANSWER)
                .tokens(1_000, 50)
                .says("the river — Ålven. 🌉")
                .tells("gen_ai.response.finish_reasons", "[stop]");
    }

    private static Cell call(String scenario, String span) {
        return Cell.of(scenario, span).tells("gen_ai.provider.name", "ollama");
    }
}
