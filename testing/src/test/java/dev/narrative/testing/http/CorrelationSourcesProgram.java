package dev.narrative.testing.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.logging.log4j.ThreadContext;
import org.slf4j.MDC;

/** Knows for whom it works in every way that applications do, but for our own headers. */
final class CorrelationSourcesProgram {
    private CorrelationSourcesProgram() {}

    interface Task {
        void run();
    }

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        serve(server, "/plain", () -> ServerRoutes.work("it"));
        serve(server, "/slf4j", () -> {
            MDC.put("chat", "from slf4j");
            ServerRoutes.work("it");
            MDC.clear();
        });
        serve(server, "/log4j", () -> {
            ThreadContext.putAll(Map.of("chat", "from log4j", "other", "x"));
            ServerRoutes.work("it");
            ThreadContext.removeAll(List.of("chat", "other"));
        });
        server.start();
        job("job-1");
        job("");
        System.out.println("listening http " + server.getAddress().getPort());
    }

    /** Work that no request began, on a thread that is used again. */
    private static void job(String chat) {
        if (chat.isEmpty()) {
            MDC.setContextMap(Map.of("other", "x"));
        } else {
            MDC.setContextMap(Map.of("chat", chat));
        }
        ServerRoutes.work("job");
    }

    private static void serve(HttpServer server, String path, Task task) {
        server.createContext(path, exchange -> {
            task.run();
            answer(exchange);
        });
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
