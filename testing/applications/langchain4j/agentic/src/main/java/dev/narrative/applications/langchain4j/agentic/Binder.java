package dev.narrative.applications.langchain4j.agentic;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.scope.AgenticScope;
import dev.langchain4j.service.V;

/** An agent without a model, which looks at the scope and binds no empty pages. */
public final class Binder {
    /** Comes to a book. */
    @Agent(name = "bindery", value = "binds a story", outputKey = "book")
    public String bind(AgenticScope scope, @V("story") String story) {
        if (story.isEmpty()) {
            throw new IllegalStateException("nothing to bind");
        }
        return "[" + story + (scope.hasState("score") ? ", scored" : "") + "]";
    }
}
