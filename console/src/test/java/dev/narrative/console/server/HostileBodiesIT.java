package dev.narrative.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that unpack to much more than they are, many at once, sent to the real jar with 512 MB of heap. */
final class HostileBodiesIT {
    private static final int SIZE = (16 << 20) - 1_024;
    private static final int AT_ONCE = 2;
    private static final int REFUSED = 0;
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";
    private static final String JSON_SPANS = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[";

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void dontFillTheHeap() throws Exception {
        try (ConsoleJar console = ConsoleJar.start(directory.resolve("traces"), directory.resolve("out"))) {
            String url = console.url();
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                answers.add(send(url, PROTOBUF, emptyEvents()));
                answers.add(send(url, PROTOBUF, emptySpans()));
                answers.add(send(url, PROTOBUF, largeResource()));
                answers.add(send(url, JSON, json(JSON_SPANS + "{\"events\":[", "{},")));
                answers.add(send(url, JSON, json(JSON_SPANS, "{},")));
                answers.add(send(url, JSON, json(JSON_SPANS + "{\"name\":\"", "\\u0001")));
            }
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(answer.handle(HostileBodiesIT::status).join()).isIn(REFUSED, 200, 400, 413, 429);
            }
            byte[] honest = OtlpBodies.request(OtlpBodies.span(5).build());
            RunningConsole.await(
                    "an answer to an honest sender",
                    () -> send(url, PROTOBUF, honest)
                                            .handle(HostileBodiesIT::status)
                                            .join()
                                    == 200
                            ? Optional.of(true)
                            : Optional.empty());
            RunningConsole.await(
                    "the honest sender's trace",
                    () -> get(url + "/api/v1/traces").contains("00000000000000070000000000000005")
                            ? Optional.of(true)
                            : Optional.empty());
            assertThat(console.errors()).doesNotContain("OutOfMemoryError");
        }
    }

    /** Who still sends when it is refused may find the connection closed before it has read why. */
    private static int status(@Nullable HttpResponse<String> answer, @Nullable Throwable failure) {
        return answer == null || failure != null ? REFUSED : answer.statusCode();
    }

    private CompletableFuture<HttpResponse<String>> send(String url, String type, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v1/traces"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private String get(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return client.sendAsync(request, BodyHandlers.ofString()).join().body();
    }

    /** One span after the other with as many events as one has, each two bytes long. */
    private static byte[] emptyEvents() {
        byte[] id = OtlpBodies.span(1).build().toByteArray();
        ByteArrayOutputStream span = new ByteArrayOutputStream();
        span.writeBytes(id);
        for (int i = 0; i < 1_024; i++) {
            span.write((11 << 3) | 2);
            span.write(0);
        }
        ByteArrayOutputStream spans = new ByteArrayOutputStream();
        while (spans.size() < SIZE - span.size() - 100) {
            field(2, span.toByteArray(), spans);
        }
        return request(spans.toByteArray());
    }

    private static byte[] emptySpans() {
        byte[] spans = new byte[SIZE - 100];
        for (int i = 0; i + 1 < spans.length; i += 2) {
            spans[i] = (2 << 3) | 2;
        }
        return request(Arrays.copyOf(spans, spans.length & ~1));
    }

    /** A resource that would be in each of a thousand lines. */
    private static byte[] largeResource() {
        List<Span> spans = new ArrayList<>();
        for (int i = 1; i <= 64_000; i++) {
            spans.add(OtlpBodies.span(1, i).build());
        }
        return OtlpBodies.request("s".repeat(8 << 20), spans);
    }

    private static byte[] request(byte[] spans) {
        ByteArrayOutputStream resource = new ByteArrayOutputStream();
        field(2, spans, resource);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        field(1, resource.toByteArray(), request);
        return request.toByteArray();
    }

    private static void field(int number, byte[] content, ByteArrayOutputStream out) {
        out.write((number << 3) | 2);
        int rest = content.length;
        while (rest > 0x7f) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        out.writeBytes(content);
    }

    /** Text that repeats until the body is as long as it may be, and breaks off there. */
    private static byte[] json(String begin, String repeated) {
        return (begin + repeated.repeat((SIZE - begin.length()) / repeated.length()))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
