package dev.narrative.console.cli;

import dev.narrative.console.record.ScriptTrace;
import dev.narrative.model.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/** How the headers of a trace are written. */
enum CorrelationFormat {
    /** A header to a line, as HTTP has them. */
    headers,
    /** Options for a command line of curl. */
    curl,
    /** A configuration that curl reads with {@code -K -}; values may have blanks there. */
    config,
    /** Assignments for a shell. */
    env,
    json,
    /** The trace's id alone. */
    id;

    String write(ScriptTrace trace, Map<String, String> headers) {
        return switch (this) {
            case headers -> lines(headers, (name, value) -> name + ": " + value);
            case curl -> curl(headers);
            case config ->
                lines(
                        headers,
                        (name, value) -> "header = \"" + name + ": "
                                + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
            case env -> environment(trace, headers);
            case json -> json(headers);
            case id -> trace.id() + "\n";
        };
    }

    private static String lines(Map<String, String> headers, BinaryOperator<String> line) {
        StringBuilder text = new StringBuilder();
        headers.forEach((name, value) -> text.append(line.apply(name, value)).append('\n'));
        return text.toString();
    }

    /** A shell splits at blanks what a command prints, and takes quotes within for themselves. */
    private static String curl(Map<String, String> headers) {
        StringBuilder text = new StringBuilder();
        headers.forEach((name, value) -> {
            if (value.matches(".*[\\s*?\\[].*")) {
                throw new CommandFailure(
                        ExitCodes.USAGE,
                        "'" + value + "' would be split by the shell; use: narrative trace correlation -o config |"
                                + " curl -K - URL");
            }
            text.append(text.length() == 0 ? "" : " ")
                    .append("-H ")
                    .append(name)
                    .append(':')
                    .append(value);
        });
        return text.append('\n').toString();
    }

    private static String environment(ScriptTrace trace, Map<String, String> headers) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("NARRATIVE_TRACE_ID", trace.id().toString());
        // The name that OpenTelemetry gives the header in an environment.
        variables.put("TRACEPARENT", headers.getOrDefault("traceparent", ""));
        StringBuilder text = new StringBuilder();
        variables.forEach((name, value) -> text.append("export ")
                .append(name)
                .append("='")
                .append(value.replace("'", "'\\''"))
                .append("'\n"));
        return text.toString();
    }

    private static String json(Map<String, String> headers) {
        JsonWriter out = new JsonWriter(256);
        out.beginObject();
        headers.forEach((name, value) -> out.name(name).value(value));
        return out.endObject().text() + "\n";
    }
}
