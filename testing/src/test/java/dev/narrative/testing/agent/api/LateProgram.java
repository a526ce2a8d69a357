package dev.narrative.testing.agent.api;

import dev.narrative.api.Narrative;
import dev.narrative.api.OpenSpan;
import dev.narrative.api.Traced;
import java.io.File;
import java.util.concurrent.locks.LockSupport;

/** Uses calls and annotations over and over until a file of the name {@code stop} lies in the working directory. */
final class LateProgram {
    private LateProgram() {}

    public static void main(String[] args) {
        File stop = new File("stop");
        System.out.println("running");
        while (!stop.exists()) {
            try (OpenSpan span = Narrative.span("called")) {
                span.attribute("late", true);
                annotated();
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Traced(name = "annotated")
    private static void annotated() {}
}
