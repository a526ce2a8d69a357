package dev.narrative.applications.okhttp;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What only enqueued calls can do; the public methods are traced. */
public final class CallbackScenarios {
    private final OkHttpClient client;
    private final OkHttpClient impatient;
    private final URI server;

    public CallbackScenarios(String server) {
        Dispatcher oneAtATime = new Dispatcher(new OwnThread());
        oneAtATime.setMaxRequests(1);
        this.client = Requests.client().newBuilder().dispatcher(oneAtATime).build();
        this.impatient = client.newBuilder().readTimeout(Duration.ofMillis(500)).build();
        this.server = URI.create(server);
    }

    public static void play(String server) throws Exception {
        CallbackScenarios scenarios = new CallbackScenarios(server);
        scenarios.await(scenarios.succeed());
        scenarios.await(scenarios.fail());
        scenarios.await(scenarios.cancel());
        Waiting first = scenarios.first();
        Waiting second = scenarios.second();
        scenarios.await(first);
        scenarios.await(second);
        CountDownLatch idle = new CountDownLatch(1);
        scenarios.client.dispatcher().executorService().execute(() -> {
            scenarios.idle();
            idle.countDown();
        });
        idle.await();
        scenarios.client.dispatcher().executorService().shutdown();
        scenarios.await(scenarios.reject());
    }

    public Waiting succeed() {
        return enqueue("/succeed");
    }

    public Waiting fail() {
        return enqueue(impatient, "/slow");
    }

    public Waiting cancel() {
        Waiting waiting = enqueue("/slow");
        waiting.call.cancel();
        return waiting;
    }

    public Waiting first() {
        return enqueue("/first");
    }

    /** Waits for the first, whose thread makes it run. */
    public Waiting second() {
        return enqueue("/second");
    }

    /** Nobody is left to run it. */
    public Waiting reject() {
        return enqueue("/reject");
    }

    public void responded() {}

    public void failed() {}

    /** On a thread of the dispatcher's, between calls. */
    public void idle() {}

    private void await(Waiting waiting) throws InterruptedException {
        if (!waiting.done.await(1, TimeUnit.MINUTES)) {
            throw new AssertionError("no callback for " + waiting.call.request());
        }
    }

    private Waiting enqueue(String path) {
        return enqueue(client, path);
    }

    private Waiting enqueue(OkHttpClient by, String path) {
        Request request = Requests.get(server.resolve(path), Map.of());
        Waiting waiting = new Waiting(by.newCall(request), new CountDownLatch(1));
        waiting.call.enqueue(new Callback() {
            @Override
            public void onResponse(Call call, Response response) {
                response.close();
                responded();
                waiting.done.countDown();
            }

            @Override
            public void onFailure(Call call, IOException error) {
                failed();
                waiting.done.countDown();
            }
        });
        return waiting;
    }

    /** A call of which the end is not known yet. */
    public record Waiting(Call call, CountDownLatch done) {}
}
