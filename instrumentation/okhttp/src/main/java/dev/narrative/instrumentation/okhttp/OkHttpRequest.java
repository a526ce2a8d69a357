package dev.narrative.instrumentation.okhttp;

import dev.narrative.instrumentation.http.HttpClientRequest;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

record OkHttpRequest(Request request) implements HttpClientRequest {
    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String url() {
        return request.url().toString();
    }

    @Override
    public String host() {
        return request.url().host();
    }

    @Override
    public int port() {
        return request.url().port();
    }

    /** The body tells its type by itself; the library makes a header of it later. */
    @Override
    public @Nullable String header(String name) {
        RequestBody body = request.body();
        if (body != null && name.equalsIgnoreCase("Content-Type")) {
            MediaType type = body.contentType();
            if (type != null) {
                return type.toString();
            }
        }
        return request.header(name);
    }
}
