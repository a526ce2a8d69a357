package dev.narrative.testing.langfuse;

/** Traced steps; then the end, or a wait for being ended. */
final class StepProgram {
    private StepProgram() {}

    /** How many steps, 1 where nothing is said; with a number it waits. */
    public static void main(String[] args) throws Exception {
        int steps = args.length > 0 ? Integer.parseInt(args[0]) : 1;
        for (int i = 0; i < steps; i++) {
            step("session-1");
        }
        if (args.length > 0) {
            System.out.println("waiting");
            System.in.read();
        }
    }

    static int step(String session) {
        return session.length();
    }
}
