package dev.narrative.agent;

import dev.narrative.boot.AdviceLinker;
import dev.narrative.boot.AgentLoader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the advice for a woven class: the JDK's in the agent's own loader, a library's in one beside the library. */
final class AdviceLoaders implements AdviceLinker {
    private final AgentLoader agent;
    private final Map<ClassLoader, Map<String, WeakReference<InstrumentationLoader>>> loaders = new WeakHashMap<>();

    AdviceLoaders(AgentLoader agent) {
        this.agent = agent;
    }

    @Override
    public MethodHandle link(MethodHandles.Lookup caller, String module, String advice, String method, MethodType type)
            throws ReflectiveOperationException {
        ClassLoader home = home(caller.lookupClass().getClassLoader(), module);
        return MethodHandles.publicLookup().findStatic(home.loadClass(advice), method, type);
    }

    private ClassLoader home(@Nullable ClassLoader application, String module) {
        if (application == null || application == ClassLoader.getPlatformClassLoader()) {
            return agent;
        }
        synchronized (loaders) {
            Map<String, WeakReference<InstrumentationLoader>> own =
                    loaders.computeIfAbsent(application, fresh -> new HashMap<>());
            WeakReference<InstrumentationLoader> known = own.get(module);
            InstrumentationLoader loader = known == null ? null : known.get();
            if (loader == null) {
                loader =
                        new InstrumentationLoader(application, agent, module.substring(0, module.lastIndexOf('.') + 1));
                own.put(module, new WeakReference<>(loader));
            }
            return loader;
        }
    }
}
