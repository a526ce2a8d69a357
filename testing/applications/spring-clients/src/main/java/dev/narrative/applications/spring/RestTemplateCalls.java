package dev.narrative.applications.spring;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestTemplate;

/** Spring's {@code RestTemplate}. */
public final class RestTemplateCalls implements Calls {
    private final RestTemplate client;

    public RestTemplateCalls(RequestFactory factory, Duration patience) {
        client = new RestTemplate(factory.create(patience));
        client.setErrorHandler(response -> false);
    }

    @Override
    public Reply get(URI url, Map<String, String> headers) {
        return client.execute(
                url, HttpMethod.GET, request -> headers.forEach(request.getHeaders()::set), RestTemplateCalls::reply);
    }

    @Override
    public Reply post(URI url, byte[] body) {
        return client.execute(url, HttpMethod.POST, request -> request.getBody().write(body), RestTemplateCalls::reply);
    }

    private static Reply reply(ClientHttpResponse response) throws IOException {
        return Reply.of(response.getStatusCode().value(), response.getBody().readAllBytes());
    }
}
