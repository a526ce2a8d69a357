package dev.narrative.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Traces;
import dev.narrative.testing.demo.Storyteller;
import dev.narrative.testing.demo.StudioProcesses;
import dev.narrative.testing.langfuse.LangfuseStub;
import dev.narrative.testing.langfuse.Observation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The story studio as Langfuse sees it. */
class LangfuseStudioIT {
    private static final List<Map.Entry<String, String>> REQUESTS = List.of(
            Map.entry("analysis", "{\"text\":\"The engineers return to the river.\"}"),
            Map.entry("chart", "{\"desiredOutcome\":\"a bridge\",\"currentReality\":\"a river\"}"),
            Map.entry("beats", "{\"text\":\"The engineers return to the river.\"}"),
            Map.entry("questions", "{\"text\":\"What does the bridge need?\"}"));

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource
    void everySpanOfBothServices_arrives_andNothingIsUnmapped(Storyteller storyteller, @TempDir Path journal)
            throws Exception {
        try (LangfuseStub langfuse = LangfuseStub.start();
                StudioProcesses studio = StudioProcesses.traced(
                        journal,
                        storyteller,
                        Map.of(
                                "narrative.exporters",
                                "journal, langfuse",
                                "narrative.langfuse.host",
                                langfuse.url().toString(),
                                "narrative.langfuse.public-key",
                                LangfuseStub.PUBLIC_KEY,
                                "narrative.langfuse.secret-key",
                                LangfuseStub.SECRET_KEY))) {
            for (Map.Entry<String, String> request : REQUESTS) {
                post(studio.studio(), request.getKey(), request.getValue());
            }
            studio.stop();

            List<String> journaled = Traces.read(journal).spans().stream()
                    .map(span -> span.spanId())
                    .toList();
            langfuse.await(Duration.ofSeconds(20), stub -> stub.observations().size() >= journaled.size());
            assertThat(langfuse.observations())
                    .extracting(Observation::id)
                    .containsExactlyInAnyOrderElementsOf(journaled);
            assertThat(langfuse.findings()).isEmpty();
            assertThat(langfuse.orphans()).isEmpty();
            assertThat(langfuse.observations()).allSatisfy(observation -> {
                assertThat(observation.trace().sessionId()).isEqualTo("s1");
                assertThat(observation.metadata()).containsEntry("narrative.story.id", "river");
            });
            for (String universe : List.of("engineer", "ceremony", "story")) {
                assertThat(langfuse.named("Read as " + universe).type()).isEqualTo("generation");
            }
            Observation chart = langfuse.named("Update chart of river");
            assertThat(chart.type()).isEqualTo("span");
            assertThat(langfuse.score("coherence").observationId()).isEqualTo(chart.id());
        }
    }

    private void post(URI studio, String operation, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(studio.resolve("/sessions/s1/stories/river/" + operation))
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
}
