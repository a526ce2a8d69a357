package dev.narrative.benchmarks.workload;

/** The smallest program there is; {@code main} is what a rule names when something is to be traced. */
public final class Hello {
    private Hello() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
