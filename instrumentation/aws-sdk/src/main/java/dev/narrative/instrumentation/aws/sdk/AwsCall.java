package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.boot.AdviceScope;
import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientSpan;
import dev.narrative.model.AttributeNames;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.client.handler.ClientExecutionParams;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * One call of a client's operation, with all of its attempts. The span begins when the request is known and ends once:
 * with the interceptors' last word, or when the call is over without one.
 */
abstract class AwsCall extends AdviceScope {
    private static final String RPC_SYSTEM = "aws-api";

    private final @Nullable Span caller = Span.current();
    private final AtomicBoolean finished = new AtomicBoolean();
    private volatile @Nullable HttpClientSpan span;
    private volatile @Nullable AwsResponse response;
    private volatile @Nullable AttemptTap attempt;
    private final SentBody sent = new SentBody(this);
    private boolean requested;
    private int attempts;

    /** Makes a call known to the interceptor. */
    static AwsCall begin(AwsCall call, ClientExecutionParams<?, ?> params) {
        AwsSdkSingletons.keep(params.executionAttributes(), call);
        return call;
    }

    /** The context of whoever made the call. */
    final @Nullable Span caller() {
        return caller;
    }

    /** The span, {@code null} before there is one and when the call is part of another that has one. */
    final @Nullable HttpClientSpan span() {
        return span;
    }

    /** The request is complete but for its signature: the span begins, when it has not yet. */
    final AwsCall requested(SdkHttpRequest request, ExecutionAttributes attributes) {
        if (!requested) {
            requested = true;
            HttpClientSpan begun = start(new AwsRequest(request));
            if (begun != null) {
                describe(begun, attributes);
                span = begun;
            }
        }
        return this;
    }

    /** The request with the span's headers, which get signed with the others. */
    final SdkHttpRequest injected(SdkHttpRequest request) {
        HttpClientSpan begun = span;
        if (begun == null) {
            return request;
        }
        AwsHeaders headers = new AwsHeaders(request);
        begun.inject(headers);
        return headers.toRequest();
    }

    /** Begins the span in the caller's context, for as long as the subclass wants it to be the current one. */
    abstract @Nullable HttpClientSpan start(AwsRequest request);

    /** The request is sent, for the first time or once more. */
    final void sending() {
        attempts++;
        response = null;
        attempt = null;
        sent.sending();
    }

    /** An attempt was answered. */
    final void answered(AwsResponse answer) {
        response = answer;
    }

    final SentBody sentBody() {
        return sent;
    }

    /** What comes with the head that was answered last. */
    final ReceivedBody receivedBody() {
        AttemptTap tap = attemptTap();
        attempt = tap;
        return new ReceivedBody(tap, caller);
    }

    private @Nullable AttemptTap attemptTap() {
        HttpClientSpan begun = span;
        AwsResponse head = response;
        if (begun == null || head == null || !begun.hasBodyTaps()) {
            return null;
        }
        if (head.isError()) {
            return new RefusedAttempt(begun, head);
        }
        BodyTap tap = begun.responseTap(head);
        return tap == null ? null : new AnsweredAttempt(tap);
    }

    /** The call is over; only the first who says so is heard. */
    final void finish(@Nullable Throwable error) {
        if (!finished.compareAndSet(false, true)) {
            return;
        }
        HttpClientSpan ending = span;
        if (ending == null) {
            return;
        }
        if (attempts > 1) {
            ending.attributes().put(AttributeNames.HTTP_REQUEST_RESEND_COUNT, attempts - 1);
        }
        AttemptTap body = attempt;
        if (body != null) {
            body.release();
        }
        AwsResponse last = response;
        ending.end(last, last != null && last.isError() ? null : error);
    }

    private static void describe(HttpClientSpan span, ExecutionAttributes attributes) {
        span.attributes().put(AttributeNames.RPC_SYSTEM, RPC_SYSTEM);
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        if (service != null) {
            span.attributes().put(AttributeNames.RPC_SERVICE, service);
        }
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        if (operation != null) {
            span.attributes().put(AttributeNames.RPC_METHOD, operation);
        }
    }
}
