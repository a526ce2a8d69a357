package dev.narrative.core.export;

/** The agent's own threads: daemons, named, without the application's class loader, and never traced. */
public final class AgentThreads {
    private static final String PREFIX = "narrative-";

    private AgentThreads() {}

    public static Thread create(String name, Runnable work) {
        Thread thread = new Thread(null, work, PREFIX + name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    /** Whether the current thread is one of the agent's. */
    public static boolean isCurrent() {
        return Thread.currentThread().getName().startsWith(PREFIX);
    }
}
