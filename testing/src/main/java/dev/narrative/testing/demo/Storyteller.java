package dev.narrative.testing.demo;

import java.util.Locale;

/** How the studio answers questions; {@code testapp} knows what is behind the names. */
public enum Storyteller {
    /** With one call of the model, by hand. */
    PLAIN,
    /** By a service of LangChain4j's, with retrieval and a tool. */
    LANGCHAIN4J;

    /** As the analyst's command line has it. */
    String argument() {
        return name().toLowerCase(Locale.ROOT);
    }
}
