package dev.narrative.agent.check;

import dev.narrative.core.config.ConfigSources;
import dev.narrative.core.rules.AgentSetup;
import dev.narrative.core.rules.AnnotatedMethods;
import dev.narrative.core.rules.NearestName;
import dev.narrative.core.rules.Rule;
import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code check --config f.properties --classpath app.jar}: what would be traced, and what is wrong. */
public final class CheckCommand {
    public static final int WELL = 0;
    public static final int PROBLEMS = 1;
    public static final int USAGE = 2;
    public static final int MISSING_FILE = 3;

    private final ConfigSources sources;

    /** With the properties and variables of this process, as the agent would have them. */
    public CheckCommand() {
        this(ConfigSources.ofProcess());
    }

    CheckCommand(ConfigSources sources) {
        this.sources = sources;
    }

    /** Runs with what stands behind {@code check}; returns the exit code. */
    public int run(String[] args, PrintStream out, PrintStream err) {
        CheckArguments arguments;
        try {
            arguments = CheckArguments.parse(args);
        } catch (IllegalArgumentException e) {
            err.println("check: " + e.getMessage());
            err.println(CheckArguments.USAGE);
            return USAGE;
        }
        File missing = missing(arguments);
        if (missing != null) {
            err.println("check: there is no " + missing);
            return MISSING_FILE;
        }
        return check(arguments, out);
    }

    private static @Nullable File missing(CheckArguments arguments) {
        File config = new File(arguments.config());
        if (!config.isFile()) {
            return config;
        }
        for (File file : arguments.classpath()) {
            if (!file.exists() && !file.getName().equals("*")) {
                return file;
            }
        }
        return null;
    }

    private int check(CheckArguments arguments, PrintStream out) {
        AgentSetup setup = AgentSetup.load(arguments.config(), sources);
        ClassPathScan scan = new ClassPathScan();
        arguments.classpath().forEach(scan::add);
        TracedMethods methods = TracedMethods.find(scan, setup);
        List<String> problems = new ArrayList<>(setup.describe());
        problems.addAll(scan.problems());
        problems.addAll(methods.problems());
        problems.forEach(problem -> out.println("problem: " + problem));

        NearestName nearest = new NearestName(scan.classes().keySet(), scan);
        boolean unmatched = false;
        for (Rule rule : setup.rules().rules()) {
            List<String> found = methods.of(rule.id());
            unmatched |= found.isEmpty() && rule.enabled();
            print(rule, found, nearest, out);
        }
        boolean annotated = printAnnotated(scan, setup, methods, out);
        out.println(scan.classes().size() + " classes read, " + methods.count() + " methods traced by "
                + setup.rules().rules().size() + " rules" + (annotated ? " and " + AnnotatedMethods.RULE : "") + ", "
                + problems.size() + " problems");
        return problems.isEmpty() && !unmatched ? WELL : PROBLEMS;
    }

    private static void print(Rule rule, List<String> methods, NearestName nearest, PrintStream out) {
        if (!rule.enabled()) {
            out.println(rule.id() + ": switched off");
        } else if (methods.isEmpty()) {
            String advice = nearest.advice(rule);
            out.println(rule.id() + ": matches nothing" + (advice == null ? "" : "; " + advice));
        } else {
            print(rule.id(), methods, out);
        }
    }

    /** Prints what annotations alone name; an application that has none is told nothing about them. */
    private static boolean printAnnotated(
            ClassPathScan scan, AgentSetup setup, TracedMethods methods, PrintStream out) {
        List<String> found = methods.of(AnnotatedMethods.RULE);
        if (!found.isEmpty()) {
            print(AnnotatedMethods.RULE, found, out);
        } else if (scan.hasAnnotated() && !TracedMethods.readsAnnotations(setup)) {
            out.println(AnnotatedMethods.RULE + ": switched off");
        }
        return !found.isEmpty();
    }

    private static void print(String rule, List<String> methods, PrintStream out) {
        out.println(rule + ": " + (methods.size() == 1 ? "1 method" : methods.size() + " methods"));
        methods.forEach(method -> out.println("    " + method));
    }
}
