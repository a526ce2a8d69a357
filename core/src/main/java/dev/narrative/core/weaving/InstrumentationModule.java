package dev.narrative.core.weaving;

import java.util.List;

/** One library's instrumentation: a table of contents. Found with {@link java.util.ServiceLoader} when the agent is built. */
public interface InstrumentationModule {
    /** The name in {@code narrative.instrumentation.<name>.enabled}: that of the folder. */
    String name();

    List<TypeInstrumentation> types();
}
