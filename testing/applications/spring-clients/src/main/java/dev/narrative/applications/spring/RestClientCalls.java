package dev.narrative.applications.spring;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/** Spring's {@code RestClient}. */
public final class RestClientCalls implements Calls {
    private final RestClient client;

    public RestClientCalls(RequestFactory factory, Duration patience) {
        client = RestClient.builder().requestFactory(factory.create(patience)).build();
    }

    @Override
    public Reply get(URI url, Map<String, String> headers) {
        return client.get()
                .uri(url)
                .headers(all -> headers.forEach(all::set))
                .exchange((request, response) -> reply(response));
    }

    /** The body is streamed, by a thread of its own where the factory can do no other. */
    @Override
    public Reply post(URI url, byte[] body) {
        return client.post()
                .uri(url)
                .contentLength(body.length)
                .body(out -> out.write(body))
                .exchange((request, response) -> reply(response));
    }

    private static Reply reply(ClientHttpResponse response) throws IOException {
        return Reply.of(response.getStatusCode().value(), response.getBody().readAllBytes());
    }
}
