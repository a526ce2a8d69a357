package dev.narrative.testapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.ModelRequest;
import dev.narrative.testing.model.StubModelServer;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StorytellerTest {
    private static final Question WHO = new Question("Who holds the rope?");

    private final StubModelServer server = StubModelServer.start().usingTools();
    private final StoryStore store = new StoryStore();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheModel_ofBeatsAndChart(StorytellerKind kind) throws ModelException {
        saveBeat("The elders hold the rope.");
        saveChart();

        Reply reply = storyteller(kind).ask(StoryFixtures.RIVER, WHO);

        assertThat(reply.storyId()).isEqualTo("river");
        assertThat(reply.text()).isNotBlank();
        assertThat(lastRequest().body())
                .contains("The elders hold the rope.", "Next step: fell a tree", "Who holds the rope?");
    }

    @ParameterizedTest
    @EnumSource
    void answers_whenThereIsNoStoryYet(StorytellerKind kind) throws ModelException {
        assertThat(storyteller(kind).ask(StoryFixtures.RIVER, WHO).text()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfOneStory_only(StorytellerKind kind) throws ModelException {
        saveBeat("The elders hold the rope.");

        storyteller(kind).ask(new StoryRef("session-1", "forest"), WHO);

        assertThat(lastRequest().body()).doesNotContain("elders");
    }

    @ParameterizedTest
    @EnumSource
    void passesTheModelsFailureOn(StorytellerKind kind) {
        server.fault(Fault.RATE_LIMIT);

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> storyteller(kind).ask(StoryFixtures.RIVER, WHO))
                .withMessage("the model answered 429");
    }

    @ParameterizedTest
    @EnumSource
    void failsAsModelException_whenNobodyListens(StorytellerKind kind) {
        server.close();

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> storyteller(kind).ask(StoryFixtures.RIVER, WHO))
                .withMessage("the model could not be reached");
    }

    @Test
    void looksAtTheChart_whenTheModelAsksForIt() throws ModelException {
        saveBeat("The elders hold the rope.");

        storyteller(StorytellerKind.LANGCHAIN4J).ask(StoryFixtures.RIVER, WHO);

        assertThat(paths())
                .containsExactly("/v1/embeddings", "/v1/embeddings", "/v1/chat/completions", "/v1/chat/completions");
        assertThat(lastRequest().body()).contains("call_narrative_1", "The story has no chart yet.");
    }

    @Test
    void makesVectorsOfNewBeats_only() throws ModelException {
        Storyteller storyteller = storyteller(StorytellerKind.LANGCHAIN4J);
        saveBeat("The elders hold the rope.");
        storyteller.ask(StoryFixtures.RIVER, WHO);
        saveBeat("The rope tears.");

        storyteller.ask(StoryFixtures.RIVER, WHO);

        assertThat(lastRequest().body()).contains("The elders hold the rope.", "The rope tears.");
        assertThat(server.requests())
                .filteredOn(request -> request.path().endsWith("/embeddings"))
                .filteredOn(request -> request.body().contains("The elders hold the rope."))
                .hasSize(1);
    }

    private Storyteller storyteller(StorytellerKind kind) {
        return kind.asking(server.url(), HttpClient.newHttpClient(), store);
    }

    private void saveBeat(String prose) {
        store.saveBeat(StoryFixtures.RIVER, number -> new Beat("river", number, prose));
    }

    private void saveChart() {
        store.saveChart(
                StoryFixtures.RIVER,
                revision -> new Chart("river", revision, "a bridge", "a river", "fell a tree", 0.5));
    }

    private List<String> paths() {
        return server.requests().stream().map(ModelRequest::path).toList();
    }

    private ModelRequest lastRequest() {
        List<ModelRequest> all = server.requests();
        return all.get(all.size() - 1);
    }
}
