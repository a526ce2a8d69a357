package dev.narrative.applications.okhttp;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** What blocking and enqueued calls have in common. */
final class Requests {
    /** Long enough for a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Requests() {}

    static OkHttpClient client() {
        return client(PATIENCE);
    }

    static OkHttpClient client(Duration patience) {
        return new OkHttpClient.Builder().readTimeout(patience).build();
    }

    static Request get(URI url, Map<String, String> headers) {
        Request.Builder request = new Request.Builder().url(HttpUrl.get(url));
        headers.forEach(request::header);
        return request.build();
    }

    static Request post(URI url, byte[] body) {
        MediaType type = MediaType.get("application/octet-stream");
        return new Request.Builder()
                .url(HttpUrl.get(url))
                .post(RequestBody.create(type, body))
                .build();
    }
}
