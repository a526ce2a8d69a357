package dev.narrative.testing.agent.safety;

import dev.narrative.testing.agent.Steps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Makes a span and ends in the way that it is told; where a file is named behind that, not before that is there. */
final class ExitProgram {
    private ExitProgram() {}

    public static void main(String[] args) {
        Steps.mark("last");
        while (args.length > 1 && Files.notExists(Path.of(args[1]))) {
            LockSupport.parkNanos(10_000_000);
        }
        System.out.println("leaving");
        switch (args[0]) {
            case "exit" -> System.exit(7);
            case "halt" -> Runtime.getRuntime().halt(8);
            case "throw" -> throw new IllegalStateException("out of main");
            default -> {}
        }
    }
}
