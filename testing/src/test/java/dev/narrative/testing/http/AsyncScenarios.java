package dev.narrative.testing.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What only an asynchronous client can do. */
final class AsyncScenarios {
    private final HttpClient client;
    private final URI server;

    AsyncScenarios(HttpClient client, URI server) {
        this.client = client;
        this.server = server;
    }

    void run() throws Exception {
        callback("async");
        cancel("async");
    }

    void callback(String session) throws Exception {
        client.sendAsync(HttpRequest.newBuilder(server.resolve("/callback")).build(), BodyHandlers.discarding())
                .thenAccept(this::afterwards)
                .get(10, TimeUnit.SECONDS);
    }

    void afterwards(HttpResponse<Void> response) {}

    void cancel(String session) {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(HttpRequest.newBuilder(server.resolve("/slow")).build(), BodyHandlers.discarding());
        if (!answer.cancel(true)) {
            throw new AssertionError("could not be cancelled");
        }
    }
}
