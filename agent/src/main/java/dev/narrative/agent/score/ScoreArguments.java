package dev.narrative.agent.score;

import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreTarget;
import dev.narrative.model.score.ScoreType;
import dev.narrative.model.score.ScoreValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code score}.
 *
 * @param config the properties file that says where spans go; {@code null} for the usual one
 */
record ScoreArguments(
        ScoreTarget target, Score score, @Nullable String config) {
    static final String USAGE = """
            usage: java -jar narrative-agent.jar score --trace <id> [--span <id>] --name <name> --value <value>
                                                     | --session <id> --name <name> --value <value>
                   [--type numeric|categorical|boolean|text] [--comment <text>] [--id <key>] [--config <file.properties>]
            Scores a trace, a span of it or a session, wherever the configuration sends spans. Without a type, a number is
            numeric, true and false are boolean, and anything else is a category. The same target and name, or the same id,
            overwrite. Exit codes: 0 given, 1 not delivered everywhere, 2 wrong usage, 3 the file is missing.""";

    private static final List<String> OPTIONS =
            List.of("--trace", "--span", "--session", "--name", "--value", "--type", "--comment", "--id", "--config");

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException when they are wrong; the message says how
     */
    static ScoreArguments parse(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            String name = equals < 0 ? args[i] : args[i].substring(0, equals);
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException("unknown option " + name);
            }
            if (equals < 0 && ++i == args.length) {
                throw new IllegalArgumentException(name + " has no value");
            }
            options.put(name, equals < 0 ? args[i] : args[i].substring(equals + 1));
        }
        Score score = new Score(
                present(options, "--name"),
                value(present(options, "--value"), options.get("--type")),
                options.get("--comment"),
                options.get("--id"));
        return new ScoreArguments(target(options), score, options.get("--config"));
    }

    private static ScoreTarget target(Map<String, String> options) {
        String trace = options.get("--trace");
        String span = options.get("--span");
        String session = options.get("--session");
        if ((trace == null) == (session == null) || (span != null && trace == null)) {
            throw new IllegalArgumentException("either --trace, with or without --span, or --session is needed");
        }
        if (session != null) {
            return ScoreTarget.session(session);
        }
        String traceId = present(options, "--trace");
        return span == null ? ScoreTarget.trace(traceId) : ScoreTarget.span(traceId, span);
    }

    private static ScoreValue value(String text, @Nullable String typeName) {
        ScoreType type = typeName == null ? null : ScoreType.find(typeName);
        if (typeName != null && type == null) {
            throw new IllegalArgumentException("--type must be numeric, categorical, boolean or text");
        }
        try {
            return ScoreValue.parse(text, type);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--value " + e.getMessage(), e);
        }
    }

    private static String present(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
