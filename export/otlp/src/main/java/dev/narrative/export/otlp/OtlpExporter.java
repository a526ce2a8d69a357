package dev.narrative.export.otlp;

import dev.narrative.core.export.SpanExporter;
import dev.narrative.core.log.AgentLog;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends each batch as it comes and stays with it until the collector has it or it is given up. Nothing is held back, so a
 * flush only waits for the batch that is under way. {@link #close} may come from another thread, and ends that wait.
 */
final class OtlpExporter implements SpanExporter {
    /** What most servers of gRPC take in one message. */
    private static final int LARGEST_REQUEST = 4 * 1024 * 1024 - 64 * 1024;

    private final OtlpProtobufEncoder encoder;
    private final Delivery delivery;
    private final String endpoint;
    private final int largestRequest;
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicLong rejected = new AtomicLong();

    OtlpExporter(Resource resource, OtlpOptions options) throws IOException {
        this(resource, options, LARGEST_REQUEST);
    }

    OtlpExporter(Resource resource, OtlpOptions options, int largestRequest) throws IOException {
        this.encoder = new OtlpProtobufEncoder(resource);
        this.delivery = new Delivery(OtlpSender.open(options), options.retry());
        this.endpoint = options.endpoint().toString();
        this.largestRequest = largestRequest;
    }

    /** A request costs a client and a server far more than a span does. */
    @Override
    public int gatherMillis() {
        return 1_000;
    }

    @Override
    public void export(List<SpanData> batch) throws IOException {
        sending.lock();
        try {
            send(batch);
        } catch (IOException e) {
            throw new IOException("OTLP: " + endpoint + ": " + e.getMessage(), e);
        } finally {
            sending.unlock();
        }
    }

    private void send(List<SpanData> batch) throws IOException {
        ByteBuffer request = encoder.encode(batch);
        if (request.remaining() > largestRequest && batch.size() > 1) {
            sendHalves(batch);
            return;
        }
        Reply.Taken taken = delivery.deliver(request);
        if (taken.rejected() > 0 || !taken.message().isEmpty()) {
            lost(taken.rejected(), "the collector rejected " + taken.rejected() + " spans (" + taken.message() + ")");
        }
    }

    /** Throws only when neither half was taken: a batch that failed in part is counted here. */
    private void sendHalves(List<SpanData> batch) throws IOException {
        int half = batch.size() / 2;
        IOException failure = null;
        int failed = half;
        try {
            send(batch.subList(0, half));
        } catch (IOException e) {
            failure = e;
        }
        try {
            send(batch.subList(half, batch.size()));
        } catch (IOException e) {
            if (failure != null) {
                throw e;
            }
            failure = e;
            failed = batch.size() - half;
        }
        if (failure != null) {
            lost(failed, failed + " spans of a split batch were not taken (" + failure.getMessage() + ")");
        }
    }

    private void lost(long spans, String message) {
        rejected.addAndGet(spans);
        AgentLog.warnThrottled("otlp.lost", "OTLP: " + endpoint + ": " + message);
    }

    @Override
    public void flush(long timeoutMillis) throws IOException {
        try {
            if (!sending.tryLock(timeoutMillis, TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "OTLP: " + endpoint + " has not answered yet; spans of the last batch may be lost");
            }
            sending.unlock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        delivery.close();
    }

    /** Spans that a collector answered to have thrown away, or that were lost with one part of a split batch. */
    long rejectedSpans() {
        return rejected.get();
    }
}
