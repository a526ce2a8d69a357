package dev.narrative.applications.okhttp;

import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Asks a model, as every SDK does that is built upon OkHttp; the public methods are traced. */
public final class ModelScenarios {
    private static final String QUESTION =
            "{\"model\":\"tiny-1\",\"temperature\":0.5,\"messages\":[{\"role\":\"user\",\"content\":\"Where?\"}]}";

    private final OkHttpClient client = Requests.client();
    private final HttpUrl url;

    private ModelScenarios(String server) {
        this.url = HttpUrl.get(URI.create(server).resolve("/v1/chat/completions"));
    }

    public static void play(String server) throws Exception {
        ModelScenarios scenarios = new ModelScenarios(server);
        scenarios.ask();
        scenarios.enqueue();
        scenarios.client.dispatcher().executorService().shutdown();
    }

    public void ask() throws IOException {
        check(Reply.of(client.newCall(question()).execute()));
    }

    public void enqueue() throws Exception {
        check(EnqueuedCalls.await(client.newCall(question())));
    }

    private Request question() {
        RequestBody body = RequestBody.create(MediaType.get("application/json"), QUESTION);
        return new Request.Builder().url(url).post(body).build();
    }

    private static void check(Reply reply) {
        if (reply.status() != 200 || reply.body().length == 0) {
            throw new AssertionError("status " + reply.status() + ", " + reply.body().length + " bytes");
        }
    }
}
