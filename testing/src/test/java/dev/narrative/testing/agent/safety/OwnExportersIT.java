package dev.narrative.testing.agent.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.OtlpSink;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.ManySteps;
import dev.narrative.testing.agent.Steps;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 9: the agent's own traffic makes no spans, though it goes over a client that is traced. */
class OwnExportersIT {
    @TempDir
    private Path directory;

    @Test
    void tracesNoneOfItsOwnRequests() {
        try (OtlpSink sink = OtlpSink.start()) {
            AgentRun run = AgentRun.in(directory)
                    .properties(Steps.RULES + "narrative.exporters = otlp\nnarrative.otlp.endpoint = " + sink.url())
                    .program(ManySteps.class, "5000");

            run.run();

            assertThat(sink.attempts()).isGreaterThan(1);
            assertThat(sink.spans()).hasSize(10_000).extracting(Span::getName).containsOnly("step", "part");
            assertThat(sink.received())
                    .allSatisfy(request -> assertThat(request.headers().getFirst("traceparent"))
                            .isNull());
        }
    }
}
