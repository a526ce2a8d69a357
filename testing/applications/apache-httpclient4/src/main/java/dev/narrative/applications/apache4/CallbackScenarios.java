package dev.narrative.applications.apache4;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.concurrent.FutureCallback;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;

/** What only asynchronous calls can do; the public methods are traced. */
public final class CallbackScenarios {
    private final CloseableHttpAsyncClient client;
    private final CloseableHttpAsyncClient minimal;
    private final URI server;

    private CallbackScenarios(String server, CloseableHttpAsyncClient client, CloseableHttpAsyncClient minimal) {
        this.server = URI.create(server);
        this.client = client;
        this.minimal = minimal;
    }

    public static void play(String server) throws Exception {
        try (CloseableHttpAsyncClient client = HttpAsyncClients.custom()
                        .setDefaultRequestConfig(Requests.CONFIG)
                        .build();
                CloseableHttpAsyncClient minimal = HttpAsyncClients.createMinimal()) {
            client.start();
            minimal.start();
            CallbackScenarios scenarios = new CallbackScenarios(server, client, minimal);
            scenarios.await(scenarios.succeed());
            scenarios.await(scenarios.fail());
            scenarios.await(scenarios.cancel());
            scenarios.await(scenarios.ask());
            scenarios.await(scenarios.shortcut());
        }
    }

    public CountDownLatch succeed() {
        return send(client, Requests.get(server.resolve("/succeed"), Map.of()), false);
    }

    public CountDownLatch fail() {
        return send(client, Requests.get(server.resolve("/slow"), Map.of()), false);
    }

    public CountDownLatch cancel() {
        return send(client, Requests.get(server.resolve("/slow"), Map.of()), true);
    }

    /** Asks a model, as every SDK does that is built upon this client. */
    public CountDownLatch ask() {
        return send(client, Requests.question(server), false);
    }

    /** By a client that knows neither redirects nor retries. */
    public CountDownLatch shortcut() {
        return send(minimal, Requests.get(server.resolve("/shortcut"), Map.of()), false);
    }

    public void responded() {}

    public void failed() {}

    public void cancelled() {}

    private CountDownLatch send(CloseableHttpAsyncClient by, HttpUriRequest request, boolean cancel) {
        CountDownLatch done = new CountDownLatch(1);
        Future<HttpResponse> answer = by.execute(request, new FutureCallback<>() {
            @Override
            public void completed(HttpResponse response) {
                responded();
                done.countDown();
            }

            @Override
            public void failed(Exception error) {
                CallbackScenarios.this.failed();
                done.countDown();
            }

            @Override
            public void cancelled() {
                CallbackScenarios.this.cancelled();
                done.countDown();
            }
        });
        if (cancel) {
            answer.cancel(true);
        }
        return done;
    }

    private void await(CountDownLatch done) throws InterruptedException {
        if (!done.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("no callback");
        }
    }
}
