package dev.narrative.instrumentation.narrative.api;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** The calls of {@code dev.narrative.api}; its annotations are woven as rules are. */
public final class NarrativeApiInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "narrative-api";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(new AgentLinkInstrumentation());
    }
}
