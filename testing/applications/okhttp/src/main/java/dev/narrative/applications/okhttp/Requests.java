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
    private Requests() {}

    static OkHttpClient client() {
        return new OkHttpClient.Builder().readTimeout(Duration.ofMillis(500)).build();
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
