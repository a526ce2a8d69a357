package dev.narrative.testing.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

final class JdkHttpClientAsyncProgram implements ClientUnderTest {
    private final HttpClient client = client();

    private final Duration patience;

    private JdkHttpClientAsyncProgram(Duration patience) {
        this.patience = patience;
    }

    public static void main(String[] args) throws Exception {
        new AsyncScenarios(client(), URI.create(args[0])).run();
        new ClientScenarios(JdkHttpClientAsyncProgram::new, args[0]).run();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    @Override
    public Answer get(URI url, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(patience);
        headers.forEach(request::header);
        return send(request.build());
    }

    @Override
    public Answer post(URI url, byte[] body) throws Exception {
        return send(HttpRequest.newBuilder(url)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private Answer send(HttpRequest request) throws Exception {
        return client.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(response -> Answer.of(response.statusCode(), response.body()))
                .get(1, TimeUnit.MINUTES);
    }
}
