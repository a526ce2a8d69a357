package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends the events of one stream, each at once, and lets happen what is to go wrong in the middle. */
final class StreamWriter implements EventSink {
    private static final String UNKNOWN = "narrative.unknown";
    /** Some clients throw away what they have not handed on when the connection breaks; this is time to hand it on. */
    private static final Duration BEFORE_A_CUT = Duration.ofMillis(500);

    private final OutputStream out;
    private final Framing framing;
    private final ModelApi api;
    private final Fault fault;
    private final long middle;
    private final boolean unknownEvents;
    private final Duration pace;
    private long sent;
    private boolean failed;

    /** @param middle the number of events after which the fault shows */
    StreamWriter(
            OutputStream out,
            Framing framing,
            ModelApi api,
            Fault fault,
            long middle,
            boolean unknownEvents,
            Duration pace) {
        this.out = out;
        this.framing = framing;
        this.api = api;
        this.fault = fault;
        this.middle = middle;
        this.unknownEvents = unknownEvents;
        this.pace = pace;
    }

    /** Nothing follows an event that reports an error. */
    @Override
    public void event(String name, JsonNode data) throws IOException {
        if (failed) {
            return;
        }
        if (unknownEvents && (sent == 0 || sent == middle)) {
            write(framing.comment());
            write(framing.frame(UNKNOWN, unknown().toString()));
        }
        String json = data.toString();
        if (sent == middle && fault == Fault.CUT) {
            LockSupport.parkNanos(BEFORE_A_CUT.toNanos());
            throw new Cut();
        }
        if (sent == middle && fault == Fault.ERROR_EVENT) {
            api.failLate((late, error) -> write(framing.frame(late, error.toString())));
            failed = true;
            return;
        }
        boolean malformed = sent == middle && fault == Fault.MALFORMED;
        sent++;
        write(framing.frame(name, malformed ? json.substring(0, json.length() / 2) : json));
        if (!pace.isZero()) {
            LockSupport.parkNanos(pace.toNanos());
        }
    }

    void end() throws IOException {
        if (!failed) {
            write(framing.end());
        }
    }

    private void write(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            out.write(bytes);
            out.flush();
        }
    }

    /** Has the fields by which formats tell kinds of events apart. */
    private static ObjectNode unknown() {
        ObjectNode event = Json.object().put("type", UNKNOWN).put("object", UNKNOWN);
        event.putArray("choices");
        return event;
    }
}
