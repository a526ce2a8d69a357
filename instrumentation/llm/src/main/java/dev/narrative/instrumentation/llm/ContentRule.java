package dev.narrative.instrumentation.llm;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * How much of prompts and answers is kept.
 *
 * @param kept whether messages are kept at all
 * @param masked whether secrets are taken out of them
 * @param perMessage characters of one message
 * @param perCall characters of all messages of a call
 */
public record ContentRule(boolean kept, boolean masked, int perMessage, int perCall) {
    private static volatile @Nullable Known known;

    /** What the configuration says now. */
    public static ContentRule current() {
        AgentConfig config = AgentRuntime.config();
        Known last = known;
        if (last == null || last.config != config) {
            last = new Known(config, of(config));
            known = last;
        }
        return last.rule;
    }

    private static ContentRule of(AgentConfig config) {
        String content = config.get(Settings.LLM_CONTENT);
        return new ContentRule(
                !content.equals("none"),
                !content.equals("full"),
                Math.toIntExact(config.get(Settings.LLM_MESSAGE_MAX_SIZE)),
                Math.toIntExact(config.get(Settings.LLM_CALL_MAX_SIZE)));
    }

    /** What a configuration says, which is asked for at every call. */
    private record Known(AgentConfig config, ContentRule rule) {}
}
