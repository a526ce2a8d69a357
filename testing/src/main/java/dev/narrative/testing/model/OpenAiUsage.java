package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The tokens in OpenAI's words: those from a cache are among the prompt's, those of reasoning among the completion's. */
final class OpenAiUsage {
    private OpenAiUsage() {}

    /** For chat and completions. */
    static void put(ObjectNode root, Usage usage) {
        if (usage.known()) {
            root.set("usage", full(usage));
        }
    }

    /** For embeddings, which have no output. */
    static void putInput(ObjectNode root, Usage usage) {
        if (usage.known()) {
            ObjectNode node = root.putObject("usage").put("prompt_tokens", usage.allInput());
            node.put("total_tokens", usage.allInput());
        }
    }

    private static ObjectNode full(Usage usage) {
        ObjectNode root = Json.object()
                .put("prompt_tokens", usage.allInput())
                .put("completion_tokens", usage.allOutput())
                .put("total_tokens", usage.total());
        ObjectNode prompt = root.putObject("prompt_tokens_details");
        prompt.put("cached_tokens", usage.cacheRead()).put("audio_tokens", 0);
        if (usage.cacheWrite() > 0) {
            prompt.put("cache_write_tokens", usage.cacheWrite());
        }
        root.putObject("completion_tokens_details")
                .put("reasoning_tokens", usage.reasoning())
                .put("audio_tokens", 0)
                .put("accepted_prediction_tokens", 0)
                .put("rejected_prediction_tokens", 0);
        return root;
    }
}
