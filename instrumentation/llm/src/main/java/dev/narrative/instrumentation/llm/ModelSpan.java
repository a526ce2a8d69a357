package dev.narrative.instrumentation.llm;

import dev.narrative.core.trace.RemoteParent;
import dev.narrative.core.trace.Span;
import dev.narrative.core.trace.Tracer;
import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.SpanKind;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model: what the application asked once, however often it was tried. It ends when the last of those who
 * hold it has let go: the method that makes the call, and each request whose answer is still being read.
 */
public final class ModelSpan extends Span {
    static final String SCOPE = "narrative.llm";
    private static final int FIRST_ERROR = 400;

    private final ModelCall call = new ModelCall(ContentRule.current());
    private final boolean masked = ContentRule.current().masked();
    private final AtomicInteger holders = new AtomicInteger(1);
    private final AtomicBoolean methodHolds = new AtomicBoolean(true);
    private volatile @Nullable ModelApi framework;
    private volatile @Nullable ModelApi api;
    private volatile @Nullable ModelServer server;
    private volatile int attempts;
    private Progress progress = Progress.WAITING;
    private boolean named;
    private int status;
    private @Nullable Throwable error;
    private boolean cancelled;
    private @Nullable CallCost cost;
    private @Nullable RenderedCall rendered;

    /** Whether a request would be another attempt, or one that the call has no use for. */
    private enum Progress {
        WAITING,
        TRYING,
        ANSWERED
    }

    private ModelSpan(Tracer tracer, String name, Span parent, @Nullable ModelApi framework) {
        super(tracer, name, parent, false);
        this.framework = framework;
        this.api = framework;
    }

    private ModelSpan(Tracer tracer, String name, RemoteParent none, @Nullable ModelApi framework) {
        super(tracer, name, none, false);
        this.framework = framework;
        this.api = framework;
    }

    /** Begins a call that the caller holds, within the current span; it is not made the current one. */
    public static ModelSpan begin(Tracer tracer, String name, @Nullable Span around) {
        return begin(tracer, name, around, null);
    }

    /** Begins a call that a framework makes, as {@link ModelApi#ofFramework} describes it. */
    public static ModelSpan begin(Tracer tracer, ModelApi framework, @Nullable Span around) {
        return begin(tracer, framework.operation(), around, framework);
    }

    private static ModelSpan begin(Tracer tracer, String name, @Nullable Span around, @Nullable ModelApi framework) {
        return around == null
                ? new ModelSpan(tracer, name, tracer.localRoot(), framework)
                : new ModelSpan(tracer, name, around, framework);
    }

    /** Keeps a name that the application has given the call; without one it is named after operation and model. */
    public void keepName(String name) {
        named = true;
        rename(name);
    }

    /** Says whose model it is, where no request has shown it. */
    public synchronized void askedOf(String provider) {
        ModelApi told = framework;
        if (told != null) {
            framework = ModelApi.ofFramework(told.operation(), provider);
            api = attempts == 0 ? framework : api;
        }
    }

    public ModelCall call() {
        return call;
    }

    /** Whether a request was made: then the wire tells about the call, and the framework need not. */
    public boolean wasTried() {
        return attempts > 0;
    }

    /** Whether a call that begins within this one is a part of it, as with a model that asks another. */
    public boolean includes(ModelApi inner) {
        ModelApi known = api;
        return !hasEnded() && (known == null || known.isLike(inner));
    }

    /**
     * Another attempt at the call; false when the span is over, is about something else, has its answer or is waiting for
     * it. A framework that sends many texts in several requests makes several calls.
     */
    synchronized boolean attempt(ModelApi newApi) {
        ModelApi known = api;
        if (progress != Progress.WAITING || (known != null && !known.isLike(newApi)) || !hold()) {
            return false;
        }
        progress = Progress.TRYING;
        api = newApi.within(framework);
        attempts++;
        status = 0;
        error = null;
        cancelled = false;
        call.answerAnew();
        return true;
    }

    private boolean hold() {
        int held;
        do {
            held = holders.get();
            if (held == 0) {
                return false;
            }
        } while (!holders.compareAndSet(held, held + 1));
        return true;
    }

    /**
     * Who is asked; the last one counts.
     *
     * @param port the port in the URL, negative when it says none
     */
    public void sentTo(String url, @Nullable String host, int port) {
        server = host == null ? null : ModelServer.of(url, host, port);
    }

    /** The attempt has failed, though what was answered is still being read. */
    synchronized void refused() {
        progress = Progress.WAITING;
    }

    /** What the last attempt came to. */
    synchronized void outcome(int newStatus, @Nullable Throwable newError, boolean wasCancelled) {
        status = newStatus;
        error = newError;
        cancelled = wasCancelled;
        boolean failed = newStatus >= FIRST_ERROR || newError != null || call.errorMessage() != null;
        progress = failed || wasCancelled ? Progress.WAITING : Progress.ANSWERED;
    }

    /** Lets go; the last one to do so ends the span. */
    public void release() {
        if (holders.decrementAndGet() == 0) {
            finish();
        }
    }

    /** Lets go of a request that turned out to be none to a model. */
    void releaseAsNone() {
        ModelApi told = framework;
        if (told != null) {
            withdraw(told);
            release();
        } else if (holders.decrementAndGet() == 0) {
            drop();
        }
    }

    private synchronized void withdraw(ModelApi before) {
        api = before;
        attempts--;
        progress = Progress.WAITING;
    }

    private void finish() {
        ModelApi known = api;
        String model = RenderedCall.requestModel(call, known);
        if (known != null && !named) {
            rename(model == null ? known.operation() : known.operation() + " " + model);
        }
        ModelOutcome.apply(this, call, status, error, cancelled);
        CallCost price = new CallCost(call, known, startEpochNanos());
        cost = price;
        end();
        CountedCall.count(this, call, known, server, nanosToFirstToken(), price);
    }

    /** How long the first token took; negative when none came, or only after the span's end. */
    private long nanosToFirstToken() {
        long first = call.firstTokenNanos();
        long waited = first == 0 ? -1 : nanosUntil(first);
        return waited <= nanosTaken() ? waited : -1;
    }

    private long nanosTaken() {
        return endEpochNanos() - startEpochNanos();
    }

    @Override
    public void exit(@Nullable Throwable failure) {
        leave();
        answered(failure);
    }

    /** The method that makes the call left, and a callback will get the answer; requests hold the call until then. */
    public void exitStreaming(@Nullable Throwable failure) {
        if (failure != null || wasTried()) {
            exit(failure);
        } else {
            leave();
        }
    }

    /** Who made the call has its answer, or knows that there is none; only the first word counts. */
    public void answered(@Nullable Throwable failure) {
        if (methodHolds.compareAndSet(true, false)) {
            if (failure != null && error == null && call.errorMessage() == null) {
                error = failure;
            }
            if (holders.get() > 1) {
                goOn();
            }
            release();
        }
    }

    @Override
    public SpanKind kind() {
        return SpanKind.CLIENT;
    }

    @Override
    public String scope() {
        return SCOPE;
    }

    /** Rendered once for all destinations, off the application's threads. */
    @Override
    protected void visitConstants(AttributeVisitor visitor) {
        if (!hasEnded()) {
            RenderedCall.running(call, api, attempts).visit(visitor);
            return;
        }
        RenderedCall once;
        synchronized (this) {
            once = rendered;
            if (once == null) {
                once = RenderedCall.of(call, api, attempts, masked, nanosToFirstToken(), nanosTaken(), cost);
                rendered = once;
            }
        }
        once.visit(visitor);
    }
}
