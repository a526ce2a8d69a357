package dev.narrative.applications.langchain4j.agentic;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** An agent that asks a model. */
public interface Writer {
    /** Comes to a story. */
    @UserMessage("Write about {{topic}}.")
    @Agent(value = "writes a story about a topic", outputKey = "story")
    String write(@V("topic") String topic);
}
