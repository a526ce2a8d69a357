package dev.narrative.testing.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

final class JdkHttpClientProgram implements ClientUnderTest {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private final Duration patience;

    private JdkHttpClientProgram(Duration patience) {
        this.patience = patience;
    }

    public static void main(String[] args) throws Exception {
        new ClientScenarios(JdkHttpClientProgram::new, args[0]).run();
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
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        return Answer.of(response.statusCode(), response.body());
    }
}
