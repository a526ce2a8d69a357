package dev.narrative.instrumentation.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A call as it goes over the wire, from the files under {@code samples}.
 *
 * @param request the file that was sent
 * @param answer the file that came back; one that ends in {@code .events} holds AWS event frames, a line for each
 */
record Sample(String url, String request, String answer) {
    @Nullable
    String host() {
        return URI.create(url).getHost();
    }

    byte[] requestBytes() {
        return read(request + ".request.json");
    }

    byte[] answerBytes() {
        byte[] file = read(answer);
        return answer.endsWith(".events") ? EventFrames.of(new String(file, UTF_8), url.contains("/invoke")) : file;
    }

    String contentType() {
        String ending = answer.substring(answer.lastIndexOf('.') + 1);
        return switch (ending) {
            case "sse" -> "text/event-stream; charset=utf-8";
            case "ndjson" -> "application/x-ndjson";
            case "events" -> "application/vnd.amazon.eventstream";
            default -> "application/json";
        };
    }

    private static byte[] read(String file) {
        try (InputStream in = Sample.class.getResourceAsStream("/samples/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no sample " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return answer;
    }
}
