package dev.narrative.export.otlp;

import dev.narrative.core.export.SpanExporter;
import dev.narrative.export.delivery.Outbox;
import dev.narrative.model.SpanData;
import java.util.List;

/** Encodes each batch and leaves it to the outbox. */
final class OtlpExporter implements SpanExporter {
    private final OtlpRequests requests;
    private final Outbox outbox;

    OtlpExporter(OtlpRequests requests, Outbox outbox) {
        this.requests = requests;
        this.outbox = outbox;
    }

    @Override
    public boolean deliversLater() {
        return true;
    }

    /** A request costs a client and a server far more than a span does. */
    @Override
    public int gatherMillis() {
        return 1_000;
    }

    @Override
    public void export(List<SpanData> batch) {
        requests.encode(batch, outbox::submit);
    }

    @Override
    public void tick() {
        outbox.tick();
    }

    @Override
    public void flush(long timeoutMillis) {
        outbox.flush(timeoutMillis);
    }

    @Override
    public void close() {
        outbox.close();
    }
}
