package dev.narrative.export.langfuse;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.core.log.AgentLog;
import dev.narrative.export.delivery.Compression;
import dev.narrative.export.delivery.Outbox;
import dev.narrative.export.delivery.Request;
import dev.narrative.export.otlp.OtlpProtobufEncoder;
import dev.narrative.model.Resource;
import java.nio.ByteBuffer;
import java.util.List;

/** Makes requests of mapped spans, none larger than Langfuse takes, and leaves them to the outbox. */
final class TraceRequests {
    /** Bytes before compression; Langfuse's cloud takes 5 MB, its ingestion 4.5 MB. */
    static final int LARGEST = 4_400_000;

    private final OtlpProtobufEncoder encoder;
    private final Compression compression = Compression.of(true);
    private final Outbox outbox;
    private final DestinationCounters counters;
    private final int largest;

    TraceRequests(Resource resource, Outbox outbox, DestinationCounters counters, int largest) {
        this.encoder = new OtlpProtobufEncoder(resource);
        this.outbox = outbox;
        this.counters = counters;
        this.largest = largest;
    }

    void submit(List<MappedSpan> spans) {
        if (spans.isEmpty()) {
            return;
        }
        ByteBuffer encoded;
        try {
            encoded = encoder.encode(spans);
        } catch (RuntimeException e) {
            withoutTheBroken(spans, e);
            return;
        }
        if (encoded.remaining() <= largest) {
            outbox.submit(request(encoded, spans));
        } else if (spans.size() > 1) {
            halves(spans);
        } else {
            cut(spans.get(0));
        }
    }

    private void halves(List<MappedSpan> spans) {
        int half = spans.size() / 2;
        submit(spans.subList(0, half));
        submit(spans.subList(half, spans.size()));
    }

    private void withoutTheBroken(List<MappedSpan> spans, RuntimeException error) {
        if (spans.size() > 1) {
            halves(spans);
        } else {
            counters.countLost(LossCause.NOT_ENCODABLE, 1, AgentLog.brief(error));
        }
    }

    private void cut(MappedSpan span) {
        for (int length : LargeSpans.LENGTHS) {
            List<MappedSpan> shorter = List.of(LargeSpans.cut(span, length));
            ByteBuffer encoded = encoder.encode(shorter);
            if (encoded.remaining() <= largest) {
                outbox.submit(request(encoded, shorter));
                return;
            }
        }
        counters.countLost(LossCause.NOT_ENCODABLE, 1, "it has too many attributes for one request");
    }

    private Request request(ByteBuffer encoded, List<MappedSpan> spans) {
        long[] ids = new long[spans.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = spans.get(i).spanId();
        }
        return new Request(
                LangfuseSenders.TRACES,
                LangfuseSenders.PROTOBUF,
                compression.isGzip(),
                compression.body(encoded),
                ids.length,
                ids);
    }
}
