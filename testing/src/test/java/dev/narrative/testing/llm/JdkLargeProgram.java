package dev.narrative.testing.llm;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** The JDK's HttpClient in an application that keeps some of its responses, with what was asked. */
final class JdkLargeProgram implements ModelClient {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HttpResponse<InputStream>> responses = new ArrayList<>();

    private JdkLargeProgram() {}

    public static void main(String[] args) throws Exception {
        new LargeScenarios(new JdkLargeProgram(), args[0]).run();
    }

    @Override
    public InputStream open(URI url, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        if (body.contains(LargeScenarios.KEPT)) {
            responses.add(response);
        }
        return response.body();
    }
}
