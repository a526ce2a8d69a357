package dev.narrative.applications.okhttp;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Calls that the dispatcher's threads make. */
public final class EnqueuedCalls implements AutoCloseable {
    private final OkHttpClient client;

    /** @param patience how long it waits for an answer */
    public EnqueuedCalls(Duration patience) {
        client = Requests.client(patience);
    }

    public Reply get(URI url, Map<String, String> headers) throws Exception {
        return await(client.newCall(Requests.get(url, headers)));
    }

    public Reply post(URI url, byte[] body) throws Exception {
        return await(client.newCall(Requests.post(url, body)));
    }

    /** Ends the dispatcher's threads, for which the JVM would wait. */
    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
    }

    static Reply await(Call call) throws Exception {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call answered, Response response) throws IOException {
                reply.complete(Reply.of(response));
            }

            @Override
            public void onFailure(Call failed, IOException error) {
                reply.completeExceptionally(error);
            }
        });
        return reply.get(1, TimeUnit.MINUTES);
    }
}
