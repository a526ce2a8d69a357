package dev.narrative.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.LossCause;
import dev.narrative.export.delivery.Compression;
import dev.narrative.export.delivery.OutboxOptions;
import dev.narrative.export.delivery.Reply;
import dev.narrative.export.delivery.Request;
import dev.narrative.export.delivery.RetryPolicy;
import dev.narrative.export.delivery.Sender;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** An exporter that a test opens and closes, with short pauses and nothing on disk. */
final class TestExporter implements AutoCloseable {
    private static final RetryPolicy QUICK = new RetryPolicy(Duration.ofMillis(5), Duration.ofMillis(20));
    private static final long LONG_MILLIS = 20_000;

    private final DestinationCounters counters = new DestinationCounters();
    private final OtlpExporter exporter;

    TestExporter(Options options) throws IOException {
        this(options, Integer.MAX_VALUE);
    }

    TestExporter(Options options, int largestRequest) throws IOException {
        exporter = OtlpExporterProvider.open(
                new Resource("shop", new Attributes()),
                options.get(),
                new OutboxOptions("otlp", options.endpoint(), QUICK, null, 0, false),
                largestRequest,
                counters);
    }

    /** One request with two spans, sent once. */
    static Reply send(Options options) throws IOException {
        Resource shop = new Resource("shop", new Attributes());
        Compression compression = Compression.of(options.gzip());
        byte[] body = compression.body(
                new OtlpProtobufEncoder(shop).encode(List.of(TestSpan.named("a"), TestSpan.named("b"))));
        try (Sender sender = OtlpSenders.open(options.get())) {
            return sender.send(
                    new Request(
                            OtlpSignal.TRACES.target(),
                            OtlpSenders.CONTENT_TYPE,
                            compression.isGzip(),
                            body,
                            2,
                            new long[2]),
                    Sender.BodyStart.UNHEARD);
        }
    }

    static void refused(Options options, String reason) throws IOException {
        is(Reply.Refused.class, options, reason);
    }

    static void later(Options options, String reason) throws IOException {
        is(Reply.Later.class, options, reason);
    }

    static void ambiguous(Options options, String reason) throws IOException {
        is(Reply.Ambiguous.class, options, reason);
    }

    private static void is(Class<? extends Reply> kind, Options options, String reason) throws IOException {
        Reply reply = send(options);
        assertThat(reply).isInstanceOf(kind);
        assertThat(reply.describe()).contains(reason);
    }

    /** Exports and waits until it is decided what became of it. */
    void export(List<? extends SpanData> batch) {
        exporter.export(List.copyOf(batch));
        exporter.flush(LONG_MILLIS);
    }

    OtlpExporter get() {
        return exporter;
    }

    long lost(LossCause cause) {
        return counters.lost(cause);
    }

    long sent() {
        return counters.sent();
    }

    @Override
    public void close() {
        exporter.close();
    }
}
