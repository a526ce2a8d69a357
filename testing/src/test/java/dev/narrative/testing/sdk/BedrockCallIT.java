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
                answered("converse/answered"),
                answered("converse/split").quirks(Quirk.SPLIT_BYTES),
                answered("converse/retried").refused(1),
                refused("converse/denied"),
                answered("invoke/answered"),
                answered("invoke/split").quirks(Quirk.SPLIT_BYTES),
                answered("invoke/retried").refused(1),
                refused("invoke/denied"));
    }
}
