package dev.narrative.instrumentation.llm;

import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.instrumentation.llm.stream.AnswerBody;
import dev.narrative.instrumentation.llm.stream.BodyReader;
import dev.narrative.instrumentation.llm.stream.JsonBody;
import dev.narrative.instrumentation.llm.stream.PieceListener;
import dev.narrative.model.json.JsonValue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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

    private ModelExchange(ModelApi api, ModelSpan span, boolean certain) {
        this.api = api;
        this.span = span;
        this.isModelCall = certain;
    }

    /**
     * Begins an exchange when the request goes to a model's API: within the call that is around, which vouches for it, or
     * as a call of its own.
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
            return new ModelExchange(api, outer, true);
        }
        ModelSpan own = ModelSpan.begin(tracer, api.operation(), around);
        own.attempt(api);
        own.release();
        return new ModelExchange(api, own, api.certain());
    }

    public ModelSpan span() {
        return span;
    }

    /** What reads the request's body; each time that it is sent once more begins anew. */
    public BodyReader requestReader() {
        return JsonBody.request(new Request());
    }

    /**
     * The answer's headers are here, before its body is read.
     *
     * @param headers gives a header's value by its name, in lower case
     */
    public void answerHeaders(Function<String, @Nullable String> headers) {
        api.format().headers(headers, span.call());
    }

    /**
     * What reads the answer's body, whose end then ends the exchange. Where a client tries again by itself, the answer of
     * the last try counts.
     *
     * @return {@code null} when this is no model's API
     */
    public @Nullable BodyReader answerReader(int newStatus, @Nullable String contentType) {
        status = newStatus;
        if (isSomethingElse) {
            return null;
        }
        if (newStatus >= FIRST_ERROR) {
            span.refused();
        }
        readsAnswer = true;
        span.call().answerAnew();
        span.call().streaming(span.call().isStreaming() || api.streaming());
        boolean isStream = span.call().isStreaming() && newStatus < FIRST_ERROR;
        AnswerBody.Form form = isStream ? api.form() : AnswerBody.Form.WHOLE;
        AnswerPieces pieces = new AnswerPieces(api.format(), span.call(), newStatus >= FIRST_ERROR);
        return new AnswerBody(pieces, form, contentType);
    }

    /**
     * The client is about to be done with the request: what has not shown itself as a model call by now is none. Its
     * span goes before the one of the request does, which would else be written as within it.
     */
    public void decide() {
        if (!isModelCall) {
            isSomethingElse = true;
            end(null, false);
        }
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
     * @param closed whether the application wanted no more of it; many do not read what follows the last word, or why
     *     they were refused
     */
    public void answerEnded(@Nullable Throwable error, boolean closed) {
        bodyError = error;
        bodyClosed = closed && status < FIRST_ERROR && !span.call().isAnswered();
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
}
