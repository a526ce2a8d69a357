package dev.narrative.testapp;

import java.net.URI;
import java.net.http.HttpClient;

/** The parts that most tests need. */
final class StoryFixtures {
    static final StoryRef RIVER = new StoryRef("session-1", "river");

    private StoryFixtures() {}

    static ModelClient model(URI server) {
        return new ModelClient(HttpClient.newHttpClient(), server);
    }
}
