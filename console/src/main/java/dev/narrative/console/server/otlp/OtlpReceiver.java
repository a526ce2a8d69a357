package dev.narrative.console.server.otlp;

import dev.narrative.console.server.http.Access;
import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.BodyReader;
import dev.narrative.console.server.http.InFlightBytes;
import dev.narrative.console.server.http.JsonBody;
import dev.narrative.console.server.http.Problem;
import dev.narrative.console.server.http.Route;
import dev.narrative.console.server.journal.ReceivedJournal;
import dev.narrative.console.server.metrics.Histogram;
import dev.narrative.console.server.metrics.Metrics;
import dev.narrative.model.journal.OtlpJsonDecoder;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/**
 * Receives spans by OTLP over HTTP. A request is answered with success when its spans are on disk; they are indexed
 * after that.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">OTLP over HTTP</a>
 */
public final class OtlpReceiver {
    private static final int MAX_BODY_BYTES = 16 << 20;
    private static final int MAX_LINE_BYTES = 32 << 20;
    /** A body's texts are held as they came, and masked; the lines for the journal are counted as they are made. */
    private static final int COPIES = 2;
    /** Threads are left for those who read. */
    private static final int AT_ONCE = 24;

    private final ReceivedJournal journal;
    private final BodyReader bodies;
    private final OtlpJsonDecoder json = new OtlpJsonDecoder();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final LongAdder accepted;
    private final LongAdder rejected;
    private final LongAdder failed;
    private final LongAdder bytes;
    private final Histogram latency;

    public OtlpReceiver(ReceivedJournal journal, InFlightBytes inFlight, Metrics metrics) {
        this.journal = journal;
        bodies = new BodyReader(MAX_BODY_BYTES, inFlight);
        String spans = "Spans received by OTLP.";
        accepted = metrics.counter("narrative_ingest_spans_total", spans, "result", "accepted");
        rejected = metrics.counter("narrative_ingest_spans_total", spans, "result", "rejected");
        failed = metrics.counter("narrative_ingest_failed_requests_total", "OTLP requests that were not taken.");
        bytes = metrics.counter("narrative_ingest_bytes_total", "Bytes of OTLP bodies, unpacked.");
        latency = metrics.histogram(
                "narrative_ingest_duration_seconds", "From an OTLP request to its answer, the disk included.");
    }

    public List<Route> routes() {
        return List.of(Route.post("/v1/traces", Access.RECORD, this::export));
    }

    private void export(Context ctx) throws IOException {
        String type = JsonBody.mediaType(ctx.contentType());
        boolean isJson = type.equals(Answers.JSON);
        long begin = System.nanoTime();
        try {
            if (!isJson && !type.equals(OtlpAnswers.PROTOBUF)) {
                throw Problem.of(415, "Content-Type must be application/x-protobuf or application/json");
            }
            if (!room.tryAcquire()) {
                throw Problem.tryAgain(429, "too many send at once; try again later", 1);
            }
            try {
                receive(ctx, isJson);
            } finally {
                room.release();
            }
        } catch (Problem problem) {
            failed.increment();
            OtlpAnswers.failed(ctx, isJson, problem);
        } finally {
            latency.observeNanos(System.nanoTime() - begin);
        }
    }

    private void receive(Context ctx, boolean isJson) throws IOException {
        try (BodyReader.Body body = bodies.read(ctx)) {
            bytes.add(body.length());
            ReceivedSpans spans = decode(body, isJson);
            List<ByteBuffer> lines = spans.lines();
            if (!lines.isEmpty()) {
                journal.write(lines);
            }
            accepted.add(spans.accepted());
            rejected.add(spans.rejected());
            OtlpAnswers.exported(ctx, isJson, spans.rejected(), spans.firstProblem());
        }
    }

    private ReceivedSpans decode(BodyReader.Body body, boolean isJson) {
        ReceivedSpans spans = new ReceivedSpans(MAX_LINE_BYTES, body.memory());
        body.memory().more((long) COPIES * body.length());
        Parts parts = new Parts(body.memory());
        try {
            if (isJson) {
                parts.ofJson(body.bytes(), body.length());
                json.decode(body.bytes(), 0, body.length(), spans);
            } else {
                OtlpProtobufDecoder.decode(body.bytes(), body.length(), parts, spans);
            }
        } catch (IOException malformed) {
            String message = String.valueOf(malformed.getMessage());
            int end = message.indexOf('\n');
            throw Problem.badRequest("the body can't be read: " + (end < 0 ? message : message.substring(0, end)));
        }
        return spans;
    }
}
