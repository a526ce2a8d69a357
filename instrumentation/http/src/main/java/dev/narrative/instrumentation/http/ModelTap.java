package dev.narrative.instrumentation.http;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.llm.ModelExchange;
import dev.narrative.instrumentation.llm.stream.BodyReader;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Shows the bytes of a model call to their reader. What goes wrong in there stays in here. Responses may be held for long
 * after they were read, so a tap that has ended holds nothing of the call.
 */
final class ModelTap implements BodyTap {
    private static final int PIECE = 8_192;

    /** {@code null} when it has ended or gone wrong. */
    private @Nullable BodyReader reader;

    private @Nullable ModelExchange answered;
    private boolean ended;

    /** @param answered the exchange that ends with this body, {@code null} for a request's */
    private ModelTap(BodyReader reader, @Nullable ModelExchange answered) {
        this.reader = reader;
        this.answered = answered;
    }

    static BodyTap ofRequest(ModelExchange exchange) {
        return new ModelTap(exchange.requestReader(), null);
    }

    static @Nullable BodyTap ofAnswer(ModelExchange exchange, HttpClientResponse response) {
        BodyReader reader = exchange.answerReader(response.status(), response.header("Content-Type"));
        if (reader == null) {
            return null;
        }
        exchange.answerHeaders(response::header);
        return new ModelTap(reader, exchange);
    }

    @Override
    public synchronized void bytes(byte[] source, int offset, int length) {
        BodyReader reading = reader;
        if (reading != null) {
            try {
                reading.bytes(source, offset, length);
            } catch (Throwable error) {
                failed(error);
            }
        }
    }

    @Override
    public synchronized void bytes(ByteBuffer source) {
        if (reader == null) {
            return;
        }
        if (source.hasArray()) {
            bytes(source.array(), source.arrayOffset() + source.position(), source.remaining());
            return;
        }
        ByteBuffer rest = source.duplicate();
        byte[] piece = new byte[Math.min(PIECE, rest.remaining())];
        while (rest.hasRemaining()) {
            int count = Math.min(piece.length, rest.remaining());
            rest.get(piece, 0, count);
            bytes(piece, 0, count);
        }
    }

    @Override
    public void complete() {
        end(null, false);
    }

    @Override
    public void fail(Throwable error) {
        end(error, false);
    }

    @Override
    public void cancel() {
        end(null, true);
    }

    private synchronized void end(@Nullable Throwable error, boolean cancelled) {
        if (ended) {
            return;
        }
        ended = true;
        BodyReader reading = reader;
        ModelExchange exchange = answered;
        reader = null;
        answered = null;
        try {
            if (reading != null) {
                reading.end();
            }
        } catch (Throwable failed) {
            failed(failed);
        }
        try {
            if (exchange != null) {
                exchange.answerEnded(error, cancelled);
            }
        } catch (Throwable failed) {
            failed(failed);
        }
    }

    private void failed(Throwable error) {
        reader = null;
        AdviceErrors.suppressed(error);
    }
}
