package dev.narrative.instrumentation.llm;

import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.instrumentation.llm.stream.AnswerBody;
import dev.narrative.instrumentation.llm.stream.BodyReader;
import dev.narrative.instrumentation.llm.stream.JsonBody;
import dev.narrative.instrumentation.llm.stream.PieceListener;
import dev.narrative.instrumentation.llm.wire.ErrorBody;
import dev.narrative.model.json.JsonValue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One request to a model and its answer: an attempt at a call, which an SDK may make several times. */
public final class ModelExchange {
    private static final int FIRST_ERROR = 400;

    private final ModelApi api;
    private final ModelSpan span;
    private final AtomicBoolean over = new AtomicBoolean();

    /** The client's part and the body's, which end in either order; the call lasts as long as both. */
    private final AtomicInteger halves = new AtomicInteger();

    private volatile @Nullable Throwable bodyError;
    private volatile boolean bodyClosed;
    private volatile int status;
    private volatile boolean readsAnswer;
    private volatile boolean isModelCall;
    private volatile boolean isSomethingElse;

    private ModelExchange(ModelApi api, ModelSpan span) {
        this.api = api;
        this.span = span;
        this.isModelCall = api.certain();
    }

    /**
     * Begins an exchange when the request goes to a model's API: within the call that is around, or as a call of its own.
     *
     * @return {@code null} for all other requests
     */
    public static @Nullable ModelExchange begin(
            Tracer tracer, String method, String url, @Nullable String host, @Nullable Span around) {
        ModelApi api = ModelApis.find(method, url, host);
        if (api == null) {
            return null;
        }
        if (around instanceof ModelSpan outer && outer.attempt(api)) {
            return new ModelExchange(api, outer);
        }
        ModelSpan own = ModelSpan.begin(tracer, api.operation(), around);
        own.attempt(api);
        own.release();
        return new ModelExchange(api, own);
    }

    public ModelSpan span() {
        return span;
    }

    /** What reads the request's body; each time that it is sent once more begins anew. */
    public BodyReader requestReader() {
        return JsonBody.request(new Request());
    }

    /** What reads the answer's body, whose end then ends the exchange; {@code null} when this is no model's API. */
    public @Nullable BodyReader answerReader(int newStatus, @Nullable String contentType) {
        status = newStatus;
        if (isSomethingElse) {
            return null;
        }
        readsAnswer = true;
        span.call().streaming(span.call().isStreaming() || api.streaming());
        AnswerBody.Form form = span.call().isStreaming() ? api.form() : AnswerBody.Form.WHOLE;
        return new AnswerBody(new Answer(), form, contentType);
    }

    /** The client is done with the request; the answer's body may still be read. */
    public void requestEnded(int newStatus, @Nullable Throwable error) {
        if (newStatus > 0) {
            status = newStatus;
        }
        if (error != null) {
            end(error, false);
        } else if (!readsAnswer || halves.incrementAndGet() == 2) {
            end(bodyError, bodyClosed);
        }
    }

    /**
     * The answer's body has ended.
     *
     * @param closed whether the application wanted no more of it; many do not read what follows the last word
     */
    public void answerEnded(@Nullable Throwable error, boolean closed) {
        bodyError = error;
        bodyClosed = closed && !span.call().isAnswered();
        if (halves.incrementAndGet() == 2) {
            end(bodyError, bodyClosed);
        }
    }

    private void end(@Nullable Throwable error, boolean cancelled) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        if (isSomethingElse || !isModelCall) {
            span.releaseAsNone();
        } else {
            span.outcome(status, error, cancelled);
            span.release();
        }
    }

    private final class Request implements PieceListener {
        @Override
        public void document(JsonValue body) {
            if (api.format().isRequest(body)) {
                isModelCall = true;
                span.call().requestAnew();
                api.format().request(body, span.call());
            } else {
                isSomethingElse = true;
            }
        }

        @Override
        public void event(@Nullable String event, JsonValue data) {
            document(data);
        }
    }

    private final class Answer implements PieceListener {
        @Override
        public void document(JsonValue body) {
            if (status >= FIRST_ERROR) {
                ErrorBody.read(body, span.call());
            } else if (span.call().isStreaming()) {
                api.format().piece(null, body, span.call());
            } else {
                api.format().answer(body, span.call());
            }
        }

        @Override
        public void event(@Nullable String event, JsonValue data) {
            if (status >= FIRST_ERROR) {
                ErrorBody.read(data, span.call());
            } else {
                api.format().piece(event, data, span.call());
            }
        }
    }
}
