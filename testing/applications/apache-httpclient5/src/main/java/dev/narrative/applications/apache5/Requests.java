package dev.narrative.applications.apache5;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.util.Timeout;

/** What blocking and asynchronous calls have in common. */
final class Requests {
    static final String QUESTION =
            "{\"model\":\"tiny-1\",\"temperature\":0.5,\"messages\":[{\"role\":\"user\",\"content\":\"Where?\"}]}";
    static final RequestConfig CONFIG = waiting(Duration.ofSeconds(2));

    private Requests() {}

    static RequestConfig waiting(Duration patience) {
        return RequestConfig.custom()
                .setResponseTimeout(Timeout.ofMilliseconds(patience.toMillis()))
                .build();
    }

    static SimpleHttpRequest simple(String method, URI url, Map<String, String> headers) {
        SimpleHttpRequest request = new SimpleHttpRequest(method, url);
        headers.forEach(request::setHeader);
        request.setConfig(CONFIG);
        return request;
    }

    static SimpleHttpRequest question(URI server) {
        SimpleHttpRequest request = simple("POST", server.resolve("/v1/chat/completions"), Map.of());
        request.setBody(QUESTION, ContentType.APPLICATION_JSON);
        return request;
    }

    static Reply reply(SimpleHttpResponse response) {
        byte[] body = response.getBodyBytes();
        return new Reply(response.getCode(), body == null ? new byte[0] : body);
    }

    static void check(int status, int length) {
        if (status != 200 || length == 0) {
            throw new AssertionError("status " + status + ", " + length + " bytes");
        }
    }
}
