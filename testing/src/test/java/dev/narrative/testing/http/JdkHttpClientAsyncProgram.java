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
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private JdkHttpClientAsyncProgram() {}

    public static void main(String[] args) throws Exception {
        JdkHttpClientAsyncProgram program = new JdkHttpClientAsyncProgram();
        new AsyncScenarios(program.client, URI.create(args[0])).run();
        new ClientScenarios(program, args[0]).run();
    }

    @Override
    public Answer get(URI url, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Duration.ofMillis(500));
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
                .get(10, TimeUnit.SECONDS);
    }
}
