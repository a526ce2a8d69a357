package dev.narrative.applications.okhttp;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** Opens WebSockets; the public methods are traced. */
public final class WebSocketScenarios {
    private final OkHttpClient client = Requests.client();
    private final CountDownLatch refused = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private WebSocketScenarios() {}

    public static void play(String server) throws Exception {
        WebSocketScenarios scenarios = new WebSocketScenarios();
        scenarios.refuse(URI.create(server).resolve("/web-socket"));
        await(scenarios.refused);
        try (WebSocketServer other = new WebSocketServer()) {
            scenarios.open(URI.create(other.url()));
            await(scenarios.closed);
        }
        scenarios.client.dispatcher().executorService().shutdown();
    }

    /** By a server that knows no WebSockets. */
    public void refuse(URI url) {
        client.newWebSocket(Requests.get(url, Map.of()), new Listener());
    }

    public void open(URI url) {
        client.newWebSocket(Requests.get(url, Map.of()), new Listener());
    }

    public void failed() {}

    public void heard(String word) {
        if (!word.equals(WebSocketServer.WORD)) {
            throw new AssertionError("heard " + word);
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the WebSocket said nothing");
        }
    }

    private final class Listener extends WebSocketListener {
        @Override
        public void onFailure(WebSocket socket, Throwable error, Response response) {
            failed();
            refused.countDown();
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            heard(text);
            socket.close(1000, null);
        }

        @Override
        public void onClosed(WebSocket socket, int code, String reason) {
            closed.countDown();
        }
    }
}
