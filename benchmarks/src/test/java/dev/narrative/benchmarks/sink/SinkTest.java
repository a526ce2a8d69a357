package dev.narrative.benchmarks.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SinkTest {
    private static final byte[] ONE_SPAN = {(1 << 3) | 2, 4, (2 << 3) | 2, 2, (2 << 3) | 2, 0};

    private final Sink sink = new Sink();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SinkTest() throws IOException {}

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void answersAndCounts_requestAfterRequest() throws Exception {
        assertThat(post(ONE_SPAN, "identity").statusCode()).isEqualTo(200);
        assertThat(post(ONE_SPAN, "identity").statusCode()).isEqualTo(200);

        assertThat(get("/count")).isEqualTo("2");
    }

    @Test
    void unpacksGzip() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(ONE_SPAN);
        }

        assertThat(post(packed.toByteArray(), "gzip").statusCode()).isEqualTo(200);
        assertThat(get("/count")).isEqualTo("1");
    }

    @Test
    void startsAnew_whenReset() throws Exception {
        post(ONE_SPAN, "identity");

        assertThat(get("/reset")).isEqualTo("1");
        assertThat(get("/count")).isEqualTo("0");
    }

    @Test
    void saysSo_whenItCannotCount() throws Exception {
        assertThat(post(new byte[] {7}, "identity").statusCode()).isEqualTo(400);
        assertThat(get("/count")).isEqualTo("0");
    }

    @Test
    void acceptsAnythingElse() throws Exception {
        assertThat(get("/v1/metrics")).isEmpty();
        assertThat(get("/target")).isEqualTo("{\"answer\":42}");
    }

    private HttpResponse<String> post(byte[] body, String encoding) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address("/v1/traces"))
                        .header("Content-Encoding", encoding)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + sink.port() + path);
    }
}
