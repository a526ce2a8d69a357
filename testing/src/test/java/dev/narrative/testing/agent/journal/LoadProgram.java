package dev.narrative.testing.agent.journal;

import dev.narrative.testing.agent.Steps;
import java.util.concurrent.locks.LockSupport;

/** Makes some thousand spans a second, numbered, within one that never ends, and says every 100 ms how far it is. */
public final class LoadProgram {
    private LoadProgram() {}

    public static void main(String[] args) throws Exception {
        Steps.in("endless", () -> {
            for (int i = 0; ; i++) {
                Steps.mark("n" + i);
                if (i % 100 == 0) {
                    System.out.println("at " + i + " " + System.nanoTime());
                    LockSupport.parkNanos(20_000_000);
                }
            }
        });
    }
}
