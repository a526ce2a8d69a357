package dev.narrative.testing.agent;

/** What test programs have traced: both methods make a span of the name that they are given. */
public final class Steps {
    /** The lines of a properties file that trace the steps. */
    public static final String RULES = """
            narrative.trace.steps = dev.narrative.testing.agent.Steps#*
            narrative.trace.steps.name = {0}
            """;

    private Steps() {}

    /** A piece of a test program. */
    public interface Body {
        void run() throws Exception;
    }

    public static void in(String name, Body body) throws Exception {
        body.run();
    }

    public static void mark(String name) {}
}
