package dev.narrative.benchmarks.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TracingTest {
    private static final URI SINK = URI.create("http://localhost:4318");

    private final Tracing tracing = Tracing.toSink(
            SINK,
            new Tracing.Method("a.B", "one"),
            new Tracing.Method("a.C", "three"),
            new Tracing.Method("a.B", "two"));

    @Test
    void namesEachClassOnce_forOpenTelemetry() {
        assertThat(tracing.asOpenTelemetryList()).isEqualTo("a.B[one,two];a.C[three];");
    }

    @Test
    void writesOneRuleForEachMethod_forNarrative(@TempDir Path run) throws IOException {
        assertThat(Files.readAllLines(tracing.writeNarrativeRules(run)))
                .contains(
                        "narrative.exporters = otlp",
                        "narrative.trace.rule0 = a.B#one",
                        "narrative.trace.rule1 = a.C#three",
                        "narrative.trace.rule2 = a.B#two");
    }
}
