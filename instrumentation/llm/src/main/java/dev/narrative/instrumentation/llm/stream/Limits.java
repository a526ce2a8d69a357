package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonNames;
import java.util.Set;

/** How much of one document is read, and what in it nobody needs. */
final class Limits {
    static final JsonLimits DOCUMENT = new JsonLimits(256 * 1_024, 384 * 1_024, 12_000);

    /** Vectors, probabilities and padding: most of the bytes of some answers. */
    private static final Set<String> UNREAD =
            Set.of("embedding", "embeddings", "logprobs", "logprobsResult", "obfuscation", "b64_json");

    /** What a tool is given and gives back, whose members have the names that the application chose. */
    private static final Set<String> OF_THE_APPLICATION =
            Set.of("input", "args", "arguments", "parameters", "functionResponse", "function_response", "toolResult");

    static final JsonNames NAMES = new JsonNames(UNREAD, OF_THE_APPLICATION);

    private Limits() {}
}
