package dev.narrative.testing.agent.safety;

import dev.narrative.testing.agent.Steps;

/** Makes a span and ends in the way that it is told. */
final class ExitProgram {
    private ExitProgram() {}

    public static void main(String[] args) {
        Steps.mark("last");
        System.out.println("leaving");
        switch (args[0]) {
            case "exit" -> System.exit(7);
            case "halt" -> Runtime.getRuntime().halt(8);
            case "throw" -> throw new IllegalStateException("out of main");
            default -> {}
        }
    }
}
