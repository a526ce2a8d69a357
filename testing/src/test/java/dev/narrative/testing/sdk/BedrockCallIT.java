package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Quirk;
import java.util.List;

/** Bedrock over Apache's client, which blocks. */
final class BedrockCallIT extends BedrockCallContract {
    BedrockCallIT() {
        super("apache");
    }

    @Override
    List<Cell> cells() {
        return List.of(
                AskedModel.BEDROCK.answered("converse/answered"),
                AskedModel.BEDROCK.answered("converse/split").quirks(Quirk.SPLIT_BYTES),
                AskedModel.BEDROCK.answered("converse/retried").refused(1),
                AskedModel.BEDROCK.tool("converse-tools/asked"),
                refused("converse/denied"),
                AskedModel.BEDROCK.answered("invoke/answered"),
                AskedModel.BEDROCK.answered("invoke/split").quirks(Quirk.SPLIT_BYTES),
                AskedModel.BEDROCK.answered("invoke/retried").refused(1),
                refused("invoke/denied"));
    }
}
