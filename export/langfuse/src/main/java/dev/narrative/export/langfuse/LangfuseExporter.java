package dev.narrative.export.langfuse;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.SpanExporter;
import dev.narrative.export.delivery.Outbox;
import dev.narrative.model.SpanData;
import java.util.List;

/** Makes requests of each batch and leaves them to the outbox. */
final class LangfuseExporter implements SpanExporter {
    private final LangfuseRequests requests;
    private final Outbox outbox;
    private final DestinationCounters counters;

    LangfuseExporter(LangfuseRequests requests, Outbox outbox, DestinationCounters counters) {
        this.requests = requests;
        this.outbox = outbox;
        this.counters = counters;
    }

    @Override
    public boolean deliversLater() {
        return true;
    }

    /** A request costs far more than a span does, and a trace that comes whole is mapped best. */
    @Override
    public int gatherMillis() {
        return 1_000;
    }

    @Override
    public void export(List<SpanData> batch) {
        requests.offer(batch, outbox::submit);
        counters.countTaken(requests.takeMore());
    }

    @Override
    public void tick() {
        requests.tick(outbox::submit);
        counters.countTaken(requests.takeMore());
        outbox.tick();
    }

    @Override
    public void flush(long timeoutMillis) {
        requests.settle(outbox::submit);
        counters.countTaken(requests.takeMore());
        outbox.flush(timeoutMillis);
    }

    @Override
    public void close() {
        outbox.close();
    }
}
