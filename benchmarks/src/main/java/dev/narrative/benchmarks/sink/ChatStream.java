package dev.narrative.benchmarks.sink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that streams chunks of some 250 bytes in OpenAI's format, each sent by itself, as fast as they are read: as many as
 * the request wants at most, and no more than 2,000. It thinks before it speaks, for longer the more it has to say: 20 ms for
 * 2,000 chunks, which is a tenth of what fast models take.
 */
final class ChatStream implements HttpHandler {
    static final int CHUNKS = 2_000;

    /** For each chunk of the answer. */
    private static final long THOUGHT_NANOS = 10_000;

    private static final Pattern MOST = Pattern.compile("\"max_completion_tokens\"\\s*:\\s*(\\d{1,6})");

    private static final byte[] END = event("""
            {"id":"chatcmpl-bench-0123456789abcdef","object":"chat.completion.chunk","created":1751234567,\
            "model":"gpt-4o-mini-2024-07-18","choices":[],"usage":{"prompt_tokens":8,"completion_tokens":2000,\
            "total_tokens":2008}}""" + "\n\ndata: [DONE]");

    private static final byte[][] PIECES = new byte[CHUNKS][];

    static {
        for (int i = 0; i < CHUNKS; i++) {
            String finish = i == CHUNKS - 1 ? "\"stop\"" : "null";
            PIECES[i] = event("""
                    {"id":"chatcmpl-bench-0123456789abcdef","object":"chat.completion.chunk","created":1751234567,\
                    "model":"gpt-4o-mini-2024-07-18","system_fingerprint":"fp_44709d6fcb","choices":[{"index":0,\
                    "delta":{"content":" word%d"},"logprobs":null,"finish_reason":%s}],"usage":null}\
                    """.formatted(i % 100, finish));
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream request = exchange.getRequestBody();
                OutputStream body = exchange.getResponseBody()) {
            int count = wanted(new String(request.readAllBytes(), StandardCharsets.UTF_8));
            LockSupport.parkNanos(count * THOUGHT_NANOS);
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            for (int i = CHUNKS - count; i < CHUNKS; i++) {
                send(PIECES[i], body);
            }
            send(END, body);
        }
    }

    private static int wanted(String request) {
        Matcher most = MOST.matcher(request);
        return most.find() ? Math.min(CHUNKS, Integer.parseInt(most.group(1))) : CHUNKS;
    }

    private static void send(byte[] piece, OutputStream body) throws IOException {
        body.write(piece);
        body.flush();
    }

    private static byte[] event(String data) {
        return ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
