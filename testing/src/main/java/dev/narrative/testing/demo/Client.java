package dev.narrative.testing.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Someone who works with the studio: sends the requests, with the headers that name session and story. */
final class Client {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI studio;

    Client(URI studio) {
        this.studio = studio;
    }

    HttpResponse<String> play(Scene scene) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(studio.resolve(scene.path()))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("X-Session-Id", Scene.SESSION)
                .header("X-Story-Id", Scene.STORY)
                .POST(BodyPublishers.ofString(scene.body()))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
