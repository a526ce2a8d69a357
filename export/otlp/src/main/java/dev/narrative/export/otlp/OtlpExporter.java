package dev.narrative.export.otlp;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.core.export.SpanExporter;
import dev.narrative.core.log.AgentLog;
import dev.narrative.export.delivery.Compression;
import dev.narrative.export.delivery.Outbox;
import dev.narrative.export.delivery.Request;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import java.nio.ByteBuffer;
import java.util.List;

/** Encodes each batch and leaves it to the outbox. */
final class OtlpExporter implements SpanExporter {
    /** What most servers of gRPC take in one message. */
    static final int LARGEST_REQUEST = 4 * 1024 * 1024 - 64 * 1024;

    private final OtlpProtobufEncoder encoder;
    private final Outbox outbox;
    private final DestinationCounters counters;
    private final Compression compression;
    private final int largestRequest;

    OtlpExporter(
            Resource resource,
            Compression compression,
            int largestRequest,
            Outbox outbox,
            DestinationCounters counters) {
        this.encoder = new OtlpProtobufEncoder(resource);
        this.compression = compression;
        this.largestRequest = largestRequest;
        this.outbox = outbox;
        this.counters = counters;
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
        ByteBuffer request;
        try {
            request = encoder.encode(batch);
        } catch (RuntimeException e) {
            withoutTheBroken(batch, e);
            return;
        }
        if (request.remaining() > largestRequest && batch.size() > 1) {
            halves(batch);
        } else {
            outbox.submit(request(request, batch));
        }
    }

    /** One span that can't be encoded is not to take the others with it. */
    private void withoutTheBroken(List<SpanData> batch, RuntimeException error) {
        if (batch.size() > 1) {
            halves(batch);
        } else {
            counters.countLost(LossCause.NOT_ENCODABLE, batch.size(), AgentLog.brief(error));
        }
    }

    private void halves(List<SpanData> batch) {
        int half = batch.size() / 2;
        export(batch.subList(0, half));
        export(batch.subList(half, batch.size()));
    }

    private Request request(ByteBuffer encoded, List<SpanData> batch) {
        long[] ids = new long[batch.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = batch.get(i).spanId();
        }
        return new Request(
                OtlpSignal.TRACES.target(),
                OtlpSenders.CONTENT_TYPE,
                compression.isGzip(),
                compression.body(encoded),
                ids.length,
                ids);
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
