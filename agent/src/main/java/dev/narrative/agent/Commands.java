package dev.narrative.agent;

import dev.narrative.agent.check.CheckCommand;
import dev.narrative.agent.score.ScoreCommand;
import java.io.File;
import java.util.Arrays;

/** The agent's jar as a command; called by reflection through {@link NarrativeAgent#main}. */
public final class Commands {
    private static final int USAGE = 2;

    private Commands() {}

    /** Runs a command and returns the exit code: 0 ok, 1 failure or problems, 2 usage, 3 not found. */
    public static int run(File jar, String[] args) {
        String command = args.length == 0 ? "help" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        return switch (command) {
            case "attach" -> AttachCommand.run(rest, jar, System.out, System.err);
            case "check" -> new CheckCommand().run(rest, System.out, System.err);
            case "score" -> new ScoreCommand().run(rest, System.out, System.err);
            case "help", "--help", "-h" -> {
                System.out.println(USAGE_TEXT);
                yield 0;
            }
            default -> {
                System.err.println("unknown command " + command + System.lineSeparator() + USAGE_TEXT);
                yield USAGE;
            }
        };
    }

    private static final String USAGE_TEXT = """
            Narrative traces what a JVM application that works with language models does.

            with an application:
              java -javaagent:narrative-agent.jar[=narrative-agent.properties] ...

            by itself:
              java -jar narrative-agent.jar check --config FILE --classpath JAR[:DIR...]
                  lists rule by rule what the properties file would trace, and what @Traced does
              java -jar narrative-agent.jar attach PID [FILE]
                  attaches to a JVM that runs already
              java -jar narrative-agent.jar score --trace ID [--span ID] | --session ID --name NAME --value VALUE
                  scores what was traced before""";
}
