package dev.narrative.export.otlp;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.core.log.AgentLog;
import dev.narrative.export.delivery.Compression;
import dev.narrative.export.delivery.Request;
import dev.narrative.export.delivery.SpanEncoder;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** Makes requests of batches: halves what is too large for a server, and leaves out what can't be encoded. */
final class OtlpRequests implements SpanEncoder {
    /** What most servers of gRPC take in one message. */
    static final int LARGEST = 4 * 1024 * 1024 - 64 * 1024;

    private final OtlpProtobufEncoder encoder;
    private final Compression compression;
    private final int largest;
    private final DestinationCounters counters;

    OtlpRequests(Resource resource, boolean gzip, int largest, DestinationCounters counters) {
        this.encoder = new OtlpProtobufEncoder(resource);
        this.compression = Compression.of(gzip);
        this.largest = largest;
        this.counters = counters;
    }

    @Override
    public void encode(List<? extends SpanData> batch, Consumer<Request> requests) {
        ByteBuffer encoded;
        try {
            encoded = encoder.encode(batch);
        } catch (RuntimeException e) {
            if (batch.size() > 1) {
                encodeHalves(batch, requests);
            } else {
                counters.countLost(LossCause.NOT_ENCODABLE, batch.size(), AgentLog.brief(e));
            }
            return;
        }
        if (encoded.remaining() > largest && batch.size() > 1) {
            encodeHalves(batch, requests);
        } else {
            requests.accept(request(encoded, batch));
        }
    }

    private void encodeHalves(List<? extends SpanData> batch, Consumer<Request> requests) {
        int half = batch.size() / 2;
        encode(batch.subList(0, half), requests);
        encode(batch.subList(half, batch.size()), requests);
    }

    private Request request(ByteBuffer encoded, List<? extends SpanData> batch) {
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
}
