package dev.narrative.testing.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class JdkHttpServerProgram {
    private JdkHttpServerProgram() {}

    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService later = Executors.newCachedThreadPool();
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/app/work", exchange -> answer(exchange, 200, ServerRoutes.work(body(exchange))));
        server.createContext("/app/missing", exchange -> answer(exchange, 404, "nothing here"));
        server.createContext("/app/unavailable", exchange -> answer(exchange, 503, "later"));
        server.createContext("/app/throws", exchange -> {
            throw new IllegalStateException("the handler failed");
        });
        server.createContext(
                "/app/async", exchange -> later.execute(() -> answer(exchange, 201, ServerRoutes.work("it"))));
        server.createContext("/app/filtered", exchange -> answer(exchange, 200, "never reached"))
                .getFilters()
                .add(com.sun.net.httpserver.Filter.beforeHandler("refuses", exchange -> answer(exchange, 401, "no")));
        server.start();
        System.out.println("listening http " + server.getAddress().getPort());
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Closes the body and not the exchange, as many handlers do. */
    private static void answer(HttpExchange exchange, int status, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try {
            exchange.sendResponseHeaders(status, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
