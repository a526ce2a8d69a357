package dev.narrative.testing.llm;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The JDK's HttpClient: whole answers by {@code send}, streamed ones by {@code sendAsync}. */
final class JdkModelProgram implements ModelClient {
    private final HttpClient client = HttpClient.newHttpClient();

    private JdkModelProgram() {}

    public static void main(String[] args) throws Exception {
        ModelScenarios.play(new JdkModelProgram(), args);
    }

    @Override
    public InputStream open(URI url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return body.contains("\"stream\":true")
                ? client.sendAsync(request, BodyHandlers.ofInputStream()).get().body()
                : new ByteArrayInputStream(
                        client.send(request, BodyHandlers.ofByteArray()).body());
    }
}
