package dev.narrative.instrumentation.spring.ai;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** Spring AI's own steps; what goes to a model is read from the wire. */
public final class SpringAiInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "spring-ai";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(
                new ChatClientCallInstrumentation(),
                new ChatClientStreamInstrumentation(),
                new AdvisorChainInstrumentation(),
                new ChatModelInstrumentation(),
                new ToolCallingManagerInstrumentation(),
                new ToolCallbackInstrumentation(),
                new VectorStoreInstrumentation(),
                new DocumentRetrieverInstrumentation());
    }
}
