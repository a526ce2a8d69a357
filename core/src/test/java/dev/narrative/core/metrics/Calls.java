package dev.narrative.core.metrics;

import dev.narrative.model.TokenUsage;
import dev.narrative.model.prices.Cost;
import org.jspecify.annotations.Nullable;

/** Model calls as an application makes them. */
final class Calls {
    private Calls() {}

    /** 1,000 tokens sent and 50 received, in half a second, for 0.03 dollars. */
    static EndedCall chat() {
        return of("chat", null, -1, new TokenUsage(900, 100, 0, 0, 40, 10));
    }

    static EndedCall streamed(double secondsToFirstChunk) {
        return of("chat", null, secondsToFirstChunk, new TokenUsage(900, 100, 0, 0, 40, 10));
    }

    static EndedCall failed(String errorType) {
        return of("chat", errorType, -1, null);
    }

    static EndedCall embedding() {
        return of("embeddings", null, -1, new TokenUsage(8, 0, 0, 0, 0, 0));
    }

    private static EndedCall of(
            String operation, @Nullable String errorType, double secondsToFirstChunk, @Nullable TokenUsage usage) {
        return new EndedCall(
                operation,
                "openai",
                "gpt-4o-mini",
                "gpt-4o-mini-2024-07-18",
                "api.openai.com",
                443,
                errorType,
                0.5,
                secondsToFirstChunk,
                usage,
                () -> new Cost(0.01, 0.02));
    }
}
