package dev.narrative.agent;

import dev.narrative.boot.AgentLoader;
import org.jspecify.annotations.Nullable;

/**
 * Holds one library's advice for one loader of the application, where it sees both the application's library and the
 * agent. It lives as long as the classes that were woven: the agent keeps no strong reference to it.
 */
final class InstrumentationLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final AgentLoader agent;
    private final String home;

    /**
     * @param application the loader of the woven class
     * @param home the package of the instrumentation, with a dot at its end
     */
    InstrumentationLoader(ClassLoader application, AgentLoader agent, String home) {
        super("narrative-" + home, application);
        this.agent = agent;
        this.home = home;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(home)) {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }
        if (isAgents(name) && agent.has(name)) {
            return agent.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    /** Libraries that the agent carries for itself, such as HttpCore, are not those that the application uses. */
    private static boolean isAgents(String name) {
        return name.startsWith("dev.narrative.") || name.startsWith("net.bytebuddy.");
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte @Nullable [] bytes = agent.bytes(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
