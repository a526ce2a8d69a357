package dev.narrative.instrumentation.servlet;

import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import java.util.List;

/** Tomcat and Jetty as a whole; in other containers each servlet by itself. */
public final class ServletInstrumentationModule implements InstrumentationModule {
    @Override
    public String name() {
        return "servlet";
    }

    @Override
    public List<TypeInstrumentation> types() {
        return List.of(
                new TomcatInstrumentation(),
                new JettyInstrumentation(),
                new JakartaServletInstrumentation(),
                new JavaxServletInstrumentation());
    }
}
