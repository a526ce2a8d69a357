package dev.narrative.testapp;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers. */
final class Exchanges {
    private Exchanges() {}

    static void send(HttpExchange exchange, Answer answer) {
        byte[] bytes = answer.json().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            // The client has gone away; nobody is left to be told.
        }
    }
}
