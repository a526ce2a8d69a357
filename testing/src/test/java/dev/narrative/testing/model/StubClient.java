package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Asks a stub as any client would, and reads what comes back by the rules of the format rather than by the stub's. */
final class StubClient {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    StubClient(StubModelServer server) {
        this.server = server.url();
    }

    HttpResponse<byte[]> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT).POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    JsonNode json(String path, String body) throws IOException, InterruptedException {
        return MAPPER.readTree(post(path, body).body());
    }

    /** The data of a stream of server-sent events, without what ends the stream. */
    List<JsonNode> events(String path, String body) throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        for (String data : data(text(post(path, body)))) {
            if (!data.equals("[DONE]")) {
                events.add(MAPPER.readTree(data));
            }
        }
        return events;
    }

    static JsonNode read(String json) throws IOException {
        return MAPPER.readTree(json);
    }

    /** The body's text, unpacked when it is compressed. */
    static String text(HttpResponse<byte[]> response) throws IOException {
        boolean gzip = response.headers().firstValue("Content-Encoding").isPresent();
        byte[] bytes =
                gzip ? new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes() : response.body();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static List<String> data(String text) {
        return fields(text, "data: ").toList();
    }

    static List<String> names(String text) {
        return fields(text, "event: ").toList();
    }

    private static Stream<String> fields(String text, String field) {
        return text.lines().filter(line -> line.startsWith(field)).map(line -> line.substring(field.length()));
    }

    /** What stands at one place in all events, put together. */
    static String join(List<JsonNode> events, String pointer) {
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append(event.at(pointer).asText("")));
        return text.toString();
    }
}
