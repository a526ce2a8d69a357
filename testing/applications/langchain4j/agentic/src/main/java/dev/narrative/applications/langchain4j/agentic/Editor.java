package dev.narrative.applications.langchain4j.agentic;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;

/** An agent that asks a model about what another one wrote. */
public interface Editor {
    /** Comes to a better story. */
    @UserMessage("Improve: {{story}}")
    @Agent(value = "improves a story", outputKey = "story")
    String edit(@V("story") String story);
}
