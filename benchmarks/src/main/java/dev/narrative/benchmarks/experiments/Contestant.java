package dev.narrative.benchmarks.experiments;

import dev.narrative.benchmarks.run.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who takes part, in the order in which they stand in the table. */
public enum Contestant {
    NONE("none") {
        @Override
        public @Nullable Path jar(Layout layout) {
            return null;
        }

        @Override
        List<String> flags(Tracing tracing, Layout layout, Path run) {
            return List.of();
        }
    },

    EMPTY("empty") {
        @Override
        public Path jar(Layout layout) {
            return layout.emptyAgentJar();
        }

        @Override
        List<String> flags(Tracing tracing, Layout layout, Path run) {
            return List.of("-javaagent:" + jar(layout));
        }
    },

    OPENTELEMETRY("OpenTelemetry") {
        @Override
        public Path jar(Layout layout) {
            return layout.openTelemetryJar();
        }

        @Override
        List<String> flags(Tracing tracing, Layout layout, Path run) {
            List<String> flags = new ArrayList<>(List.of(
                    "-javaagent:" + jar(layout),
                    "-Dotel.service.name=bench",
                    "-Dotel.exporter.otlp.endpoint=" + tracing.sink(),
                    "-Dotel.exporter.otlp.protocol=http/protobuf",
                    "-Dotel.metrics.exporter=none",
                    "-Dotel.logs.exporter=none"));
            if (!tracing.methods().isEmpty()) {
                flags.add("-Dotel.instrumentation.methods.include=" + tracing.asOpenTelemetryList());
            }
            return flags;
        }
    },

    NARRATIVE("Narrative") {
        @Override
        public Path jar(Layout layout) {
            return layout.narrativeJar();
        }

        @Override
        List<String> flags(Tracing tracing, Layout layout, Path run) {
            Path rules = tracing.writeNarrativeRules(run);
            return List.of(
                    "-javaagent:" + jar(layout) + "=" + rules, "-Dotel.exporter.otlp.endpoint=" + tracing.sink());
        }
    };

    private final String label;

    Contestant(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The jar that is attached, which need not exist. */
    public abstract @Nullable Path jar(Layout layout);

    /** What the JVM is told to attach the agent, so that it traces what is asked and sends it where it is asked. */
    abstract List<String> flags(Tracing tracing, Layout layout, Path run);

    boolean traces() {
        return this == OPENTELEMETRY || this == NARRATIVE;
    }

    public boolean present(Layout layout) {
        Path jar = jar(layout);
        return jar == null || Files.isRegularFile(jar);
    }
}
