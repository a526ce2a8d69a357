package dev.narrative.testapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.StubModelServer;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoryAnalystTest {
    private final StubModelServer server = StubModelServer.start();
    private final ExecutorService readers = Threads.pool("reader", 3);
    private final StoryAnalyst analyst =
            new StoryAnalyst(new UniverseReader(StoryFixtures.model(server.url())), readers);

    @AfterEach
    void stop() {
        readers.shutdownNow();
        server.close();
    }

    @Test
    void readsInAllUniverses_inTheirOrder() throws ModelException {
        Analysis analysis = analyst.analyse(StoryFixtures.RIVER, new Passage("They return to the river."));

        assertThat(analysis.readings()).extracting(Reading::universe).containsExactly(Universe.values());
        assertThat(server.requests()).hasSize(3);
        assertThat(analysis.readings()).allSatisfy(reading -> assertThat(reading.weight())
                .isEqualTo(Words.of(reading.text()).size()));
    }

    @Test
    void readsSideBySide_whenTheModelIsSlow() throws ModelException {
        server.latency(Duration.ofMillis(400));

        analyst.analyse(StoryFixtures.RIVER, new Passage("They return to the river."));

        assertThat(server.peak()).isEqualTo(3);
    }

    @Test
    void passesTheModelsFailureOn_withoutWrappers() {
        server.fault(Fault.SERVER_ERROR);

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> analyst.analyse(StoryFixtures.RIVER, new Passage("They return.")))
                .withMessage("the model answered 500");
    }
}
