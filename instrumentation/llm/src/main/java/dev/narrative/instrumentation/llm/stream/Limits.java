package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonNames;
import java.util.Set;

/** How much of one document is read, and what in it nobody needs. */
final class Limits {
    static final JsonLimits DOCUMENT = new JsonLimits(256 * 1_024, 384 * 1_024, 12_000);

    /** Vectors, probabilities and padding: most of the bytes of some answers. */
    static final JsonNames NAMES =
            new JsonNames(Set.of("embedding", "embeddings", "logprobs", "logprobsResult", "obfuscation", "b64_json"));

    private Limits() {}
}
