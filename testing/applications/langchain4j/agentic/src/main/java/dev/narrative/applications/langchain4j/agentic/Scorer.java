package dev.narrative.applications.langchain4j.agentic;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.V;

/** An agent without a model, which likes long stories. */
public final class Scorer {
    /** Comes to a score, from 0 to 1. */
    @Agent(value = "scores a story", outputKey = "score")
    public double score(@V("story") String story) {
        return story.length() > 20 ? 0.9 : 0.5;
    }
}
