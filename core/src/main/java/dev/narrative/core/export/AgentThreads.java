package dev.narrative.core.export;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * The agent's own threads: daemons, named, never traced, and without anything of the thread that happens to make them:
 * neither its class loader nor its group, nor the protection domains on its stack, which would all be kept alive.
 */
public final class AgentThreads {
    private static final String PREFIX = "narrative-";

    private AgentThreads() {}

    @SuppressWarnings("removal") // a later Java that lacks it keeps no protection domains either
    public static Thread create(String name, Runnable work) {
        Making making = new Making(PREFIX + name, work);
        Thread thread;
        try {
            thread = AccessController.doPrivileged(making);
        } catch (LinkageError laterJava) {
            thread = making.run();
        }
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** Whether the current thread is one of the agent's. */
    public static boolean isCurrent() {
        return Thread.currentThread().getName().startsWith(PREFIX);
    }

    private record Making(String name, Runnable work) implements PrivilegedAction<Thread> {
        @Override
        public Thread run() {
            ThreadGroup group = Thread.currentThread().getThreadGroup();
            while (group != null && group.getParent() != null) {
                group = group.getParent();
            }
            return new Thread(group, work, name, 0, false);
        }
    }
}
