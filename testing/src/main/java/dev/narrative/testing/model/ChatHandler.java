package dev.narrative.testing.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Answers one chat completion, whole or as a stream of server-sent events. */
final class ChatHandler implements HttpHandler {
    private final StubModelServer server;

    ChatHandler(StubModelServer server) {
        this.server = server;
    }

    /** Leaves the exchange open when it fails: the server then drops the connection, which is what a cut is. */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        server.think(new ModelRequest(path, exchange.getRequestHeaders(), body));
        answer(exchange, path, body);
        exchange.close();
    }

    private void answer(HttpExchange exchange, String path, String body) throws IOException {
        if (!path.equals("/v1/chat/completions") || !exchange.getRequestMethod().equals("POST")) {
            String message = "Invalid URL (" + exchange.getRequestMethod() + " " + path + ")";
            send(exchange, 404, ChatWire.error(message, "invalid_request_error", "unknown_url"));
            return;
        }
        ChatRequest request;
        try {
            request = ChatRequest.parse(body);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            send(exchange, 400, ChatWire.error(message, "invalid_request_error", "invalid_request"));
            return;
        }
        switch (server.fault()) {
            case SERVER_ERROR ->
                send(exchange, 500, ChatWire.error("The server had an error.", "server_error", "internal_error"));
            case RATE_LIMIT -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, 429, ChatWire.error("Rate limit reached.", "requests", "rate_limit_exceeded"));
            }
            case NONE -> complete(exchange, request, false);
            case CUT -> complete(exchange, request, true);
        }
    }

    private static void complete(HttpExchange exchange, ChatRequest request, boolean cut) throws IOException {
        ChatAnswer answer = ChatAnswer.to(request);
        if (request.stream()) {
            stream(exchange, answer, request.includeUsage(), cut);
        } else if (cut) {
            cut(exchange, ChatWire.completion(answer));
        } else {
            send(exchange, 200, ChatWire.completion(answer));
        }
    }

    /** A stream that is cut lacks its last half and the chunk that ends the body. */
    private static void stream(HttpExchange exchange, ChatAnswer answer, boolean includeUsage, boolean cut)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        var chunks = ChatWire.chunks(answer, includeUsage);
        for (String chunk : cut ? chunks.subList(0, chunks.size() / 2) : chunks) {
            out.write(("data: " + chunk + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        if (cut) {
            throw new IOException("cut on purpose");
        }
    }

    private static void cut(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
        throw new IOException("cut on purpose");
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("openai-version", "2020-10-01");
        exchange.getResponseHeaders().set("x-request-id", "req_narrative");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
