package dev.narrative.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.demo.Storyteller;
import dev.narrative.testing.demo.StudioProcesses;
import dev.narrative.testing.model.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged studio in JVMs of its own, with the agent and without. */
class StudioIT {
    private static final String PASSAGE = "{\"text\":\"The engineers return to the river.\"}";
    private static final List<Map.Entry<String, String>> REQUESTS = List.of(
            Map.entry("analysis", PASSAGE),
            Map.entry("chart", "{\"desiredOutcome\":\"a bridge\",\"currentReality\":\"a river\"}"),
            Map.entry("chart", "{\"desiredOutcome\":\"a bridge\",\"currentReality\":\"half a bridge\"}"),
            Map.entry("beats", PASSAGE),
            Map.entry("beats", PASSAGE),
            Map.entry("questions", "{\"text\":\"What does the bridge need?\"}"),
            Map.entry("analysis", "{\"text\":\"\"}"),
            Map.entry("beats", "no JSON"),
            Map.entry("songs", PASSAGE));

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource
    void answersTheSame_withAndWithoutAgent(Storyteller storyteller, @TempDir Path journal) throws Exception {
        List<String> plain;
        try (StudioProcesses studio = StudioProcesses.plain(storyteller)) {
            plain = answers(studio);
        }
        try (StudioProcesses studio = StudioProcesses.traced(journal, storyteller)) {
            assertThat(answers(studio)).isEqualTo(plain);
        }

        assertThat(plain).filteredOn(answer -> answer.startsWith("200 ")).hasSize(6);
        assertThat(plain).filteredOn(answer -> answer.startsWith("502 ")).hasSize(6);
    }

    private List<String> answers(StudioProcesses studio) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Map.Entry<String, String> request : REQUESTS) {
            answers.add(post(studio.studio(), request.getKey(), request.getValue()));
        }
        for (Fault fault : List.of(Fault.SERVER_ERROR, Fault.RATE_LIMIT, Fault.CUT)) {
            studio.model().fault(fault);
            answers.add(post(studio.studio(), "beats", PASSAGE));
            answers.add(post(studio.studio(), "questions", "{\"text\":\"Who builds?\"}"));
        }
        return answers;
    }

    private String post(URI studio, String operation, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(studio.resolve("/sessions/s1/stories/river/" + operation))
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
