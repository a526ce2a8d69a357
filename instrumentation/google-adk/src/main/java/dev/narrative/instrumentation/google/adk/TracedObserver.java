package dev.narrative.instrumentation.google.adk;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.boot.Contexts;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stands between a tool's step and who waits for its result. */
final class TracedObserver implements MaybeObserver<Map<String, Object>>, Disposable {
    private final MaybeObserver<? super Map<String, Object>> actual;
    private final FrameworkSpan step;
    private final @Nullable Span outside;
    private @Nullable Disposable upstream;

    TracedObserver(MaybeObserver<? super Map<String, Object>> actual, FrameworkSpan step, @Nullable Span outside) {
        this.actual = actual;
        this.step = step;
        this.outside = outside;
    }

    @Override
    public void onSubscribe(Disposable disposable) {
        upstream = disposable;
        actual.onSubscribe(this);
    }

    @Override
    public void onSuccess(Map<String, Object> result) {
        end(result, null);
        outside(() -> actual.onSuccess(result));
    }

    @Override
    public void onError(Throwable error) {
        end(null, error);
        outside(() -> actual.onError(error));
    }

    @Override
    public void onComplete() {
        end(null, null);
        outside(actual::onComplete);
    }

    @Override
    public void dispose() {
        Disposable to = upstream;
        if (to != null) {
            to.dispose();
        }
        try {
            step.cancel();
        } catch (Throwable e) {
            AdviceErrors.suppressed(e);
        }
    }

    @Override
    public boolean isDisposed() {
        Disposable to = upstream;
        return to != null && to.isDisposed();
    }

    private void outside(Runnable signal) {
        Object before = Contexts.attach(outside);
        try {
            signal.run();
        } finally {
            Contexts.restore(before);
        }
    }

    private void end(@Nullable Map<String, Object> result, @Nullable Throwable error) {
        try {
            if (result != null) {
                AdkSteps.returned(step, result);
            }
            step.finish(error);
        } catch (Throwable e) {
            AdviceErrors.suppressed(e);
        }
    }
}
