package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.instrumentation.http.HttpClientResponse;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/** A response whose body is yet to come. */
record JdkResponseInfo(ResponseInfo response) implements HttpClientResponse {
    @Override
    public int status() {
        return response.statusCode();
    }

    @Override
    public String protocolVersion() {
        return response.version() == HttpClient.Version.HTTP_2 ? "2" : "1.1";
    }

    @Override
    public @Nullable String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }
}
