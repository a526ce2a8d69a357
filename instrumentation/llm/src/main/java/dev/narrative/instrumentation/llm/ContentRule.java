package dev.narrative.instrumentation.llm;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Settings;

/**
 * How much of prompts and answers is kept.
 *
 * @param kept whether messages are kept at all
 * @param masked whether secrets are taken out of them
 * @param perMessage characters of one message
 * @param perCall characters of all messages of a call
 */
public record ContentRule(boolean kept, boolean masked, int perMessage, int perCall) {
    /** What the configuration says now. */
    public static ContentRule current() {
        AgentConfig config = AgentRuntime.config();
        String content = config.get(Settings.LLM_CONTENT);
        return new ContentRule(
                !content.equals("none"),
                !content.equals("full"),
                Math.toIntExact(config.get(Settings.LLM_MESSAGE_MAX_SIZE)),
                Math.toIntExact(config.get(Settings.LLM_CALL_MAX_SIZE)));
    }
}
