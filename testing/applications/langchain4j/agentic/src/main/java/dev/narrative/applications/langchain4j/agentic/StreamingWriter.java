package dev.narrative.applications.langchain4j.agentic;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** An agent whose model's answer comes in pieces. */
public interface StreamingWriter {
    /** Comes to a story. */
    @UserMessage("Write about {{topic}}.")
    @Agent(value = "writes a story about a topic", outputKey = "story")
    TokenStream write(@V("topic") String topic);
}
