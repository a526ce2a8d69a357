package dev.narrative.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that this JVM has started: none of them outlives it, not even when it is interrupted. */
final class Children {
    private static final Set<ProcessHandle> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(ProcessHandle::destroyForcibly)));
    }

    private Children() {}

    static void watch(Process process) {
        ProcessHandle handle = process.toHandle();
        ALIVE.add(handle);
        process.onExit().thenRun(() -> ALIVE.remove(handle));
    }
}
