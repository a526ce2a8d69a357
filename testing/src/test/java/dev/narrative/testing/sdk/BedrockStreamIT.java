package dev.narrative.testing.sdk;

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
                answered("converse/answered"),
                answered("invoke/answered"),
                answered("invoke/retried").refused(1),
                answered("converse-stream/answered").streams(),
                answered("converse-stream/split").streams().quirks(Quirk.SPLIT_BYTES),
                answered("converse-stream/retried").streams().refused(1),
                answered("invoke-stream/answered").streams(),
                answered("invoke-stream/split").streams().quirks(Quirk.SPLIT_BYTES),
                refused("invoke-stream/denied"));
    }
}
