package dev.narrative.testing.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Installation;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.TestedJdks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The API from Kotlin. */
class KotlinIT {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ArgumentsSource(TestedJdks.class)
    void callsAndAnnotations_work(Path jdk) throws IOException {
        AgentRun run = AgentRun.in(directory).on(jdk).properties("");
        run.jvm().mainClass("dev.narrative.applications.kotlin.KotlinProgramKt");
        Path target = Installation.root().resolve("testing/applications/kotlin/target");
        run.jvm().classpath(target.resolve("classes"));
        try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
            libraries.forEach(library -> run.jvm().classpath(library));
        }

        JvmResult result = run.run();
        Traces traces = Traces.read(run.journal());

        assertThat(result.stdout()).containsExactly("placed", "null");
        assertThat(traces.named("Place order o-1").attributes())
                .containsEntry("narrative.type", "tool")
                .containsEntry("narrative.layer", "core")
                .containsEntry("narrative.output", "placed")
                .containsEntry("user.id", "ada")
                .containsEntry("pieces", "1");
        assertThat(traces.named("Shop.restock").attributes())
                .containsEntry("shelf", "A")
                .containsEntry("full", "true");
        assertThat(traces.named("update chart").hasEvent("gen_ai.evaluation.result"))
                .isTrue();
        assertThat(traces.named("answer").attribute("gen_ai.usage.output_tokens"))
                .isEqualTo("20");
        traces.assertParent("receiver of a map", "sender").assertParent("receiver by function", "sender");
        traces.assertParent("wrapped", "asking");
    }
}
