package dev.narrative.export.langfuse;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.core.log.AgentLog;
import dev.narrative.export.delivery.Compression;
import dev.narrative.export.delivery.Request;
import dev.narrative.export.otlp.OtlpProtobufEncoder;
import dev.narrative.model.Resource;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** Makes requests of mapped spans, none larger than Langfuse takes. */
final class TraceRequests {
    /** Bytes before compression; Langfuse's cloud takes 5 MB, its ingestion 4.5 MB. */
    static final int LARGEST = 4_400_000;

    private final OtlpProtobufEncoder encoder;
    private final Compression compression = Compression.of(true);
    private final DestinationCounters counters;
    private final int largest;

    TraceRequests(Resource resource, DestinationCounters counters, int largest) {
        this.encoder = new OtlpProtobufEncoder(resource);
        this.counters = counters;
        this.largest = largest;
    }

    void encode(List<MappedSpan> spans, Consumer<Request> requests) {
        if (spans.isEmpty()) {
            return;
        }
        ByteBuffer encoded;
        try {
            encoded = encoder.encode(spans);
        } catch (RuntimeException e) {
            withoutTheBroken(spans, e, requests);
            return;
        }
        if (encoded.remaining() <= largest) {
            requests.accept(request(encoded, spans));
        } else if (spans.size() > 1) {
            halves(spans, requests);
        } else {
            cut(spans.get(0), requests);
        }
    }

    private void halves(List<MappedSpan> spans, Consumer<Request> requests) {
        int half = spans.size() / 2;
        encode(spans.subList(0, half), requests);
        encode(spans.subList(half, spans.size()), requests);
    }

    private void withoutTheBroken(List<MappedSpan> spans, RuntimeException error, Consumer<Request> requests) {
        if (spans.size() > 1) {
            halves(spans, requests);
        } else {
            counters.countLost(LossCause.NOT_ENCODABLE, 1, AgentLog.brief(error));
        }
    }

    private void cut(MappedSpan span, Consumer<Request> requests) {
        for (int length : LargeSpans.LENGTHS) {
            List<MappedSpan> shorter = List.of(LargeSpans.cut(span, length));
            ByteBuffer encoded = encoder.encode(shorter);
            if (encoded.remaining() <= largest) {
                requests.accept(request(encoded, shorter));
                return;
            }
        }
        counters.countLost(LossCause.NOT_ENCODABLE, 1, "it has too many attributes for one request");
    }

    private Request request(ByteBuffer encoded, List<MappedSpan> spans) {
        long[] ids = spans.stream().mapToLong(MappedSpan::spanId).toArray();
        return new Request(
                LangfuseSenders.TRACES,
                LangfuseSenders.PROTOBUF,
                compression.isGzip(),
                compression.body(encoded),
                ids.length,
                ids);
    }
}
