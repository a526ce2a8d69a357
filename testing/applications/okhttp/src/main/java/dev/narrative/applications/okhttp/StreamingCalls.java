package dev.narrative.applications.okhttp;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Posts JSON and gives the answer's body as it comes. */
public final class StreamingCalls {
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client =
            new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(1)).build();

    public InputStream open(URI url, String body) throws IOException {
        Request request = new Request.Builder()
                .url(HttpUrl.get(url))
                .post(RequestBody.create(JSON, body))
                .build();
        return client.newCall(request).execute().body().byteStream();
    }

    /** Lets the client's threads end, which else wait for a minute. */
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
