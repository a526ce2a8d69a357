package dev.narrative.benchmarks;

import dev.narrative.benchmarks.experiments.Effort;
import dev.narrative.benchmarks.experiments.Experiment;
import dev.narrative.benchmarks.experiments.Experiments;
import dev.narrative.benchmarks.run.Layout;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param output where the JSON goes
 */
record Options(Layout layout, Effort effort, List<Experiment> experiments, Path output) {
    static final String USAGE = """
            Usage: Bench [options]
              --quick           few rounds, short ones: shows that it works, figures are rough
              --only a,b        of: %s; "startup" stands for hello,traced,spring
              --rounds n        of every experiment
              --seconds n       of the sustained experiment, and of the outage
              --agent jar       Narrative's jar, instead of the one that the build makes
              --java command    starts the JVMs that are measured, instead of the running one's
              --output file     the JSON, instead of target/bench.json
            """;

    private static final List<String> STARTUP = List.of("hello", "traced", "spring");

    static String usage() {
        return String.format(USAGE, String.join(",", names()));
    }

    /** @throws IllegalArgumentException with a message for the user */
    static Options parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        Layout layout = Layout.ofBuild();
        Effort effort = rest.remove("--quick") ? Effort.quick() : Effort.full();
        List<Experiment> experiments = Experiments.ALL;
        Path output = layout.runs().resolveSibling("bench.json");
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--only" -> experiments = select(value(option, rest));
                case "--rounds" -> effort = effort.withRounds(number(option, rest));
                case "--seconds" -> effort = effort.withSustainedSeconds(number(option, rest));
                case "--agent" -> layout = layout.withNarrativeJar(Path.of(value(option, rest)));
                case "--java" -> layout = layout.withJava(Path.of(value(option, rest)));
                case "--output" -> output = Path.of(value(option, rest));
                default -> throw new IllegalArgumentException("Unknown option " + option);
            }
        }
        return new Options(layout, effort, experiments, output);
    }

    private static List<Experiment> select(String list) {
        List<String> wanted = List.of(list.split(","));
        for (String name : wanted) {
            if (!name.equals("startup") && !names().contains(name)) {
                throw new IllegalArgumentException("No experiment is named \"" + name + "\"");
            }
        }
        return Experiments.ALL.stream()
                .filter(experiment -> wanted.contains(experiment.name())
                        || (wanted.contains("startup") && STARTUP.contains(experiment.name())))
                .toList();
    }

    private static List<String> names() {
        return Experiments.ALL.stream().map(Experiment::name).toList();
    }

    private static int number(String option, Deque<String> rest) {
        String value = value(option, rest);
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the message that a negative number gets.
        }
        throw new IllegalArgumentException(option + " wants a number above 0, not \"" + value + "\"");
    }

    private static String value(String option, Deque<String> rest) {
        String value = rest.poll();
        if (value == null) {
            throw new IllegalArgumentException(option + " wants a value");
        }
        return value;
    }
}
