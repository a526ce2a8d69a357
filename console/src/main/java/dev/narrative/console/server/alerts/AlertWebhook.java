package dev.narrative.console.server.alerts;

import dev.narrative.console.server.http.WebhookSignature;
import dev.narrative.model.json.JsonWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells others of alerts, in the background: signed, four times at most until one answers well. */
final class AlertWebhook {
    static final String HEADER = "x-narrative-signature";

    private static final Logger LOG = LoggerFactory.getLogger(AlertWebhook.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int TRIES = 4;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final Clock clock;
    private final long pauseMillis;

    /** @param pauseMillis before the second try; twice as long before each further one */
    AlertWebhook(Clock clock, long pauseMillis) {
        this.clock = clock;
        this.pauseMillis = pauseMillis;
    }

    /** Sends how an alert stands now, where its rule names somebody. */
    void tell(Alert alert) {
        URI target = alert.rule().webhook();
        if (target != null) {
            attempt(target, body(alert), alert, 1);
        }
    }

    private void attempt(URI target, byte[] body, Alert alert, int attempt) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        String secret = alert.rule().secret();
        if (secret != null) {
            long now = clock.instant().getEpochSecond();
            request.header(HEADER, new WebhookSignature(secret).sign(body, now));
        }
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
                .whenComplete((answer, failure) -> {
                    if (failure == null && answer.statusCode() / 100 == 2) {
                        return;
                    }
                    if (attempt == TRIES) {
                        String why = failure != null ? failure.toString() : "status " + answer.statusCode();
                        LOG.warn(
                                "alert {} could not be told to {}: {}",
                                alert.rule().name(),
                                target.getHost(),
                                why);
                        return;
                    }
                    Executor later =
                            CompletableFuture.delayedExecutor(pauseMillis << (attempt - 1), TimeUnit.MILLISECONDS);
                    later.execute(() -> attempt(target, body, alert, attempt + 1));
                });
    }

    private byte[] body(Alert alert) {
        JsonWriter out = new JsonWriter(512);
        out.beginObject();
        out.name("id").value(UUID.randomUUID().toString());
        out.name("timestamp").value(clock.instant().toString());
        out.name("type").value("alert");
        out.name("apiVersion").value("v1");
        out.name("payload");
        alert.write(out);
        out.endObject();
        return Arrays.copyOf(out.buffer(), out.size());
    }
}
