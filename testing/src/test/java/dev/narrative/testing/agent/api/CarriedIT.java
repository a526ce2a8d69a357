package dev.narrative.testing.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Jdks;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.TestedJdks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The context over transports and pools that only the application knows. */
class CarriedIT {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void oneTrace_overTwoProcesses(Path jdk) {
        AgentRun sending = run(jdk).program(CarriedProgram.class, "send");
        JvmResult sent = sending.run();
        assertThat(sent.stdout())
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .containsExactlyInAnyOrder("traceparent", "X-Narrative-Trace-Id", "X-Session-Id", "X-Story-Id");
        RecordedSpan sender = Traces.read(sending.journal()).named("sender");

        List<String> arguments = new ArrayList<>(List.of("receive"));
        arguments.addAll(sent.stdout());
        Traces received = run(jdk).program(CarriedProgram.class, arguments.toArray(new String[0]))
                .traces();

        for (String name : List.of(
                "receiver of texts", "receiver of bytes", "receiver of lists", "receiver by function", "within")) {
            RecordedSpan span = received.named(name);
            assertThat(span.traceId()).as(name).isEqualTo(sender.traceId());
            assertThat(span.attributes())
                    .as(name)
                    .containsEntry("session.id", "s-7")
                    .containsEntry("narrative.story.id", "st-3");
            if (!name.equals("within")) {
                assertThat(span.parentId()).as(name).isEqualTo(sender.spanId());
                assertThat(span.kind()).isEqualTo("CONSUMER");
            }
        }
        received.assertParent("within", "receiver of texts");
    }

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void wrap_carriesTheContext_toAThreadThatWasThereBefore(Path jdk) {
        assertCarried(run(jdk).program(CarriedProgram.class, "platform"));
    }

    @Test
    void wrap_carriesTheContext_toAVirtualThread() {
        assertCarried(run(Jdks.newest().orElseThrow()).program(CarriedProgram.class, "virtual"));
    }

    private static void assertCarried(AgentRun run) {
        assertThat(run.run().stdout()).containsExactly("[callable, supplier, function]");
        Traces traces = Traces.read(run.journal());
        for (String name : List.of("runnable", "callable", "supplier", "function")) {
            traces.assertParent(name, "asking");
        }
        assertThat(traces.named("unwrapped").isRoot()).isTrue();
    }

    private AgentRun run(Path jdk) {
        return ApiRun.in(directory).on(jdk).properties("");
    }
}
