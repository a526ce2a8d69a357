package dev.narrative.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.StubModelServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BeatWriterTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final StubModelServer server = StubModelServer.start();
    private final BeatWriter beats = new BeatWriter(StoryFixtures.model(server.url()), new StoryStore());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void numbersBeats_inTheirOrder() {
        Passage passage = new Passage("They begin to build.");

        assertThat(beats.write(StoryFixtures.RIVER, passage).thenApply(Beat::number))
                .succeedsWithin(LIMIT)
                .isEqualTo(1);
        assertThat(beats.write(StoryFixtures.RIVER, passage).thenApply(Beat::number))
                .succeedsWithin(LIMIT)
                .isEqualTo(2);
    }

    @Test
    void takesNoNumber_whenTheModelFails() {
        Passage passage = new Passage("They begin to build.");
        server.fault(Fault.RATE_LIMIT);
        assertThat(beats.write(StoryFixtures.RIVER, passage)).failsWithin(LIMIT);

        server.fault(Fault.NONE);
        assertThat(beats.write(StoryFixtures.RIVER, passage).thenApply(Beat::number))
                .succeedsWithin(LIMIT)
                .isEqualTo(1);
    }
}
