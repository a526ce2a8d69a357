package dev.narrative.applications.langchain4j;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;

/** The tools. */
public final class Weather {
    /** What the weather is like. */
    @Tool("Tells the weather in a city")
    public String weather(@P("the city") String city) {
        return "sunny in " + city;
    }

    /** Never knows. */
    @Tool("Tells tomorrow's weather in a city")
    public String forecast(@P("the city") String city) {
        throw new IllegalStateException("no forecast for " + city);
    }
}
