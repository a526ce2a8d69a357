package dev.narrative.instrumentation.google.adk;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** ADK's own steps; what goes to a model is read from the wire. */
public final class GoogleAdkInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "google-adk";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(new RunnerInstrumentation(), new AgentInstrumentation(), new ToolInstrumentation());
    }
}
