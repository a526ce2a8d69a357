package dev.narrative.testing.agent;

/** A program that takes as many steps as it is told to, each with a part in it. */
public final class ManySteps {
    private ManySteps() {}

    public static void main(String[] args) throws Exception {
        int steps = Integer.parseInt(args[0]);
        for (int i = 0; i < steps; i++) {
            Steps.in("step", () -> Steps.mark("part"));
        }
    }
}
