package dev.narrative.testing.agent.safety;

import java.lang.instrument.Instrumentation;

/** Pretends to be an older Java, and lets the agent begin there as the JVM would. */
final class OlderJavaProgram {
    private OlderJavaProgram() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        System.setProperty("java.specification.version", args[0]);
        Class.forName("dev.narrative.agent.NarrativeAgent")
                .getMethod("premain", String.class, Instrumentation.class)
                .invoke(null, null, null);
        System.out.println("runs on");
    }
}
