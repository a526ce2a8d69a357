package dev.narrative.applications.okhttp;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;

/** Calls that block their thread. */
public final class BlockingCalls {
    private final OkHttpClient client;

    /** @param patience how long it waits for an answer */
    public BlockingCalls(Duration patience) {
        client = Requests.client(patience);
    }

    public Reply get(URI url, Map<String, String> headers) throws IOException {
        return Reply.of(client.newCall(Requests.get(url, headers)).execute());
    }

    public Reply post(URI url, byte[] body) throws IOException {
        return Reply.of(client.newCall(Requests.post(url, body)).execute());
    }
}
