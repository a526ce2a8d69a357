package dev.narrative.testapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.StubModelServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelClientTest {
    private final StubModelServer server = StubModelServer.start();
    private final ModelClient model = StoryFixtures.model(server.url());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersTheSame_nowAndLater() throws ModelException {
        String now = model.complete("You are brief.", "Where are we?");

        assertThat(now).contains("Where are we?");
        assertThat(model.completeLater("You are brief.", "Where are we?"))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(now);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void failsAsModelException_whateverGoesWrong(Fault fault) {
        server.fault(fault);

        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> model.complete("Be brief.", "Where?"));
        assertThat(model.completeLater("Be brief.", "Where?"))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(ModelException.class);
    }

    @Test
    void failsAsModelException_whenNobodyListens() {
        server.close();

        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> model.complete("Be brief.", "Where?"));
    }
}
