package dev.narrative.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.model.StubModelServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChartServiceTest {
    private final StubModelServer server = StubModelServer.start();
    private final ChartService charts = new ChartService(StoryFixtures.model(server.url()), new StoryStore());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void countsRevisions_perStory() throws ModelException {
        Tension tension = new Tension("a bridge over the river", "a river and no bridge");

        assertThat(charts.update(StoryFixtures.RIVER, tension).revision()).isEqualTo(1);
        assertThat(charts.update(StoryFixtures.RIVER, tension).revision()).isEqualTo(2);
        assertThat(charts.update(new StoryRef("session-1", "forest"), tension).revision())
                .isEqualTo(1);
    }

    @Test
    void scoresCoherence_byWordsInCommon() throws ModelException {
        Chart chart =
                charts.update(StoryFixtures.RIVER, new Tension("A bridge over the river.", "A river and no bridge"));

        assertThat(chart.coherence()).isEqualTo(0.43);
    }

    @Test
    void coherenceIsZero_whenNothingIsShared() {
        assertThat(Coherence.of(new Tension("peace", "war"))).isZero();
        assertThat(Coherence.of(new Tension("…", "!"))).isZero();
    }
}
