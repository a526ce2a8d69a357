package dev.narrative.benchmarks;

import dev.narrative.benchmarks.report.JsonReport;
import dev.narrative.benchmarks.report.Table;
import java.io.IOException;

/** Compares no agent, an empty one, OpenTelemetry's and Narrative in one run; see {@code docs/benchmarks.md}. */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws IOException {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.usage());
            System.exit(2);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(Bench::endForks));
        Comparison comparison = new Comparison(options.layout());
        comparison.run(options.effort(), options.experiments());
        JsonReport.write(options.output(), Conditions.now(options), comparison.results(), comparison.problems());
        System.out.println();
        System.out.println(Table.of(comparison.results()));
        for (String problem : comparison.problems()) {
            System.out.println("! " + problem);
        }
        System.out.println("Every value of every round: " + options.output());
    }

    /** Whoever breaks off a comparison leaves nothing running. */
    private static void endForks() {
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
    }
}
