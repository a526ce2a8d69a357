package dev.narrative.testing.langfuse;

/** One traced step; then the end, or a wait for being ended. */
final class StepProgram {
    private StepProgram() {}

    /** {@code wait}, or nothing. */
    public static void main(String[] args) throws Exception {
        step("session-1");
        if (args.length > 0) {
            System.out.println("waiting");
            System.in.read();
        }
    }

    static int step(String session) {
        return session.length();
    }
}
