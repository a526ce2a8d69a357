package dev.narrative.agent;

import dev.narrative.core.log.AgentLog;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** Weaves classes that were loaded before the agent, or before the rules that name them. */
final class Retransformer {
    private final Instrumentation instrumentation;
    private final AgentTransformer transformer;

    Retransformer(Instrumentation instrumentation, AgentTransformer transformer) {
        this.instrumentation = instrumentation;
        this.transformer = transformer;
    }

    /** Weaves all loaded classes that the transformer looks for now. */
    void weaveLoaded() {
        weave(concerned());
    }

    /** The loaded classes that the transformer looks for now. */
    List<Class<?>> concerned() {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (!type.isArray()
                    && !type.isPrimitive()
                    && transformer.concerns(type.getName().replace('.', '/'))
                    && instrumentation.isModifiableClass(type)) {
                found.add(type);
            }
        }
        return found;
    }

    /** One class at a time: one that fails must not void the others. */
    void weave(Iterable<Class<?>> types) {
        for (Class<?> type : types) {
            try {
                instrumentation.retransformClasses(type);
            } catch (Throwable error) {
                AgentLog.warn("cannot weave " + type.getName() + " anew, it stays as it is: " + AgentLog.brief(error));
            }
        }
    }
}
