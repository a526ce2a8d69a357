package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Answer;
import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import dev.narrative.testing.model.Usage;
import java.util.List;

/** Azure's SDK over Reactor Netty. What it is to leave of a stream, it reads to the end. */
final class AzureOpenAiIT extends SdkContract {
    AzureOpenAiIT() {
        super("azure-openai", "dev.narrative.applications.azure.AzureProgram");
    }

    @Override
    List<Cell> cells() {
        AskedModel model = AskedModel.AZURE;
        return List.of(
                model.answered("chat"),
                model.answered("chat/split").quirks(Quirk.SPLIT_BYTES),
                model.answered("stream").streams(),
                model.answered("stream/split").streams().quirks(Quirk.SPLIT_BYTES),
                model.tool("tools"),
                model.tool("stream-tools").streams(),
                model.call("chat/refused").refused(1).requests("429").fails("429", "Rate limit reached."),
                model.call("stream/cut")
                        .breaks(Fault.CUT)
                        .says("\"content\":\"On ")
                        .fails("reactor.netty.http.client.PrematureCloseException", ""),
                // The SDK leaves the model to the path, where the deployment stands.
                Cell.of("embed", "embeddings")
                        .answer(Answer.text("").withUsage(Usage.of(1_000, 0)))
                        .tells("gen_ai.provider.name", "azure.ai.openai")
                        .tells("gen_ai.response.model", "text-embedding-3-small")
                        .tells("gen_ai.usage.input_tokens", 1_000)
                        .costs(1_000 * 0.02 / 1e6));
    }
}
