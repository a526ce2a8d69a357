package dev.narrative.instrumentation.reactor;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** Reactor's {@code Mono} and {@code Flux}: the context only, no spans. */
public final class ReactorInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "reactor";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(new SourceInstrumentation());
    }
}
