package dev.narrative.testing.agent.safety;

import dev.narrative.testing.agent.Steps;
import java.util.TreeMap;

/** Works a little and prints what a guest might have changed: the system properties and the threads. */
final class GuestProgram {
    private GuestProgram() {}

    public static void main(String[] args) {
        Steps.mark("step");
        new TreeMap<>(System.getProperties()).forEach((key, value) -> System.out.println(key + "=" + value));
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            System.out.println(String.join(
                    " ",
                    "thread",
                    thread.getName().replace(' ', '_'),
                    thread.isDaemon() ? "daemon" : "user",
                    thread.getContextClassLoader() == null ? "alone" : "with_loader"));
        }
    }
}
