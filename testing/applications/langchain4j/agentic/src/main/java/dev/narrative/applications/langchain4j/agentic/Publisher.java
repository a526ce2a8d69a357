package dev.narrative.applications.langchain4j.agentic;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.V;

/** A workflow with a type and a conversation. */
public interface Publisher {
    /** Comes to a book. */
    @Agent(outputKey = "book")
    String publish(@MemoryId String shelf, @V("topic") String topic);
}
