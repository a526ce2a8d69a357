package dev.narrative.benchmarks.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an agent is asked to trace, and where to.
 *
 * @param methods named by the user; libraries are traced as each agent does by default
 * @param sink takes OTLP over http/protobuf
 * @param narrativeLines tell Narrative where to send spans; the others know nothing of that, and send to the sink
 */
record Tracing(List<Method> methods, URI sink, List<String> narrativeLines) {
    static final String JOURNAL = "journal";

    /** A method by its class's full name and its own. */
    record Method(String type, String name) {
        static Method of(Class<?> type, String name) {
            return new Method(type.getName(), name);
        }
    }

    Tracing {
        methods = List.copyOf(methods);
        narrativeLines = List.copyOf(narrativeLines);
    }

    static Tracing toSink(URI sink, Method... methods) {
        return new Tracing(List.of(methods), sink, List.of(exporters("otlp")));
    }

    static Tracing toJournal(URI sink, Method... methods) {
        return new Tracing(List.of(methods), sink, List.of(exporters(JOURNAL)));
    }

    static Tracing everywhere(URI sink, URI langfuse, Method... methods) {
        return new Tracing(
                List.of(methods),
                sink,
                List.of(
                        exporters(JOURNAL + ", otlp, langfuse"),
                        "narrative.langfuse.host = " + langfuse,
                        "narrative.langfuse.public-key = pk-lf-bench",
                        "narrative.langfuse.secret-key = sk-lf-bench"));
    }

    /** Whether Narrative keeps its spans, and sends none. */
    boolean inJournalOnly() {
        return narrativeLines.contains(exporters(JOURNAL));
    }

    private static String exporters(String names) {
        return "narrative.exporters = " + names;
    }

    /** {@code Class[method];Class[method]}; a class may stand there only once, so its methods stand together. */
    String asOpenTelemetryList() {
        StringBuilder list = new StringBuilder();
        for (String type : methods.stream().map(Method::type).distinct().toList()) {
            List<String> names = methods.stream()
                    .filter(method -> method.type().equals(type))
                    .map(Method::name)
                    .toList();
            list.append(type).append('[').append(String.join(",", names)).append("];");
        }
        return list.toString();
    }

    Path writeNarrativeRules(Path run) {
        List<String> lines = new ArrayList<>();
        lines.add("narrative.service.name = bench");
        lines.addAll(narrativeLines);
        lines.add("narrative.journal.dir = " + run.resolve(JOURNAL));
        for (int i = 0; i < methods.size(); i++) {
            Method method = methods.get(i);
            lines.add("narrative.trace.rule" + i + " = " + method.type() + "#" + method.name());
        }
        try {
            return Files.write(run.resolve("narrative-agent.properties"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
