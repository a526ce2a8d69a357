package dev.narrative.instrumentation.langgraph4j;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** LangGraph4j 1.8. */
public final class LangGraph4jInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "langgraph4j";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(
                new NodeGeneratorInstrumentation(), new NodeHooksInstrumentation(), new EdgeHooksInstrumentation());
    }
}
