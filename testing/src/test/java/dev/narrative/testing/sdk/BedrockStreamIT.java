package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import java.util.List;

/** Bedrock over Netty, whole and streamed. */
final class BedrockStreamIT extends BedrockCallContract {
    BedrockStreamIT() {
        super("netty");
    }

    @Override
    List<Cell> cells() {
        return List.of(
                AskedModel.BEDROCK.answered("converse/answered"),
                AskedModel.BEDROCK.answered("invoke/answered"),
                AskedModel.BEDROCK.answered("invoke/retried").refused(1),
                AskedModel.BEDROCK.answered("converse-stream/answered").streams(),
                AskedModel.BEDROCK.answered("converse-stream/split").streams().quirks(Quirk.SPLIT_BYTES),
                AskedModel.BEDROCK.answered("converse-stream/retried").streams().refused(1),
                AskedModel.BEDROCK.answered("invoke-stream/answered").streams(),
                AskedModel.BEDROCK.answered("invoke-stream/split").streams().quirks(Quirk.SPLIT_BYTES),
                AskedModel.BEDROCK.tool("converse-stream-tools/asked").streams(),
                refused("invoke-stream/denied"),
                // Netty's client takes the end of the connection for the end of the answer, and so does the SDK.
                AskedModel.BEDROCK.call("converse-stream/cut").breaks(Fault.CUT).says("\"content\":\"On "),
                AskedModel.BEDROCK.call("invoke-stream/cut").breaks(Fault.CUT).says("\"content\":\"On "),
                AskedModel.BEDROCK
                        .call("converse-stream/failed")
                        .breaks(Fault.ERROR_EVENT)
                        .says("\"content\":\"On ")
                        .fails("internalServerException", "The server had an error."),
                AskedModel.BEDROCK.call("invoke-stream-left/left").left());
    }
}
