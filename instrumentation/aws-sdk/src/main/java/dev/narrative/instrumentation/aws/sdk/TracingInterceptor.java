package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.boot.AdviceErrors;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Tells a call what becomes of it. One object serves all clients, since everything that it knows is in the call; where
 * there is none, it changes nothing.
 */
final class TracingInterceptor implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        SdkHttpRequest request = context.httpRequest();
        return change(
                request, attributes, call -> call.requested(request, attributes).injected(request));
    }

    @Override
    public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        Optional<RequestBody> body = context.requestBody();
        return change(
                body,
                attributes,
                call -> body.map(
                        call.requested(context.httpRequest(), attributes).sentBody()::tapped));
    }

    @Override
    public Optional<AsyncRequestBody> modifyAsyncHttpContent(
            Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        Optional<AsyncRequestBody> body = context.asyncRequestBody();
        return change(
                body,
                attributes,
                call -> body.map(
                        call.requested(context.httpRequest(), attributes).sentBody()::tapped));
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        tell(attributes, AwsCall::sending);
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        tell(attributes, call -> call.answered(new AwsResponse(context.httpResponse())));
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Optional<InputStream> body = context.responseBody();
        return change(body, attributes, call -> body.map(call.receivedBody()::tapped));
    }

    @Override
    public Optional<Publisher<ByteBuffer>> modifyAsyncHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Optional<Publisher<ByteBuffer>> body = context.responsePublisher();
        return change(body, attributes, call -> body.map(call.receivedBody()::tapped));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        tell(attributes, call -> call.finish(null));
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        tell(attributes, call -> call.finish(context.exception()));
    }

    private static void tell(ExecutionAttributes attributes, Consumer<AwsCall> news) {
        try {
            AwsCall call = AwsSdkSingletons.call(attributes);
            if (call != null) {
                news.accept(call);
            }
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
    }

    private static <T> T change(T original, ExecutionAttributes attributes, Function<AwsCall, T> change) {
        try {
            AwsCall call = AwsSdkSingletons.call(attributes);
            return call == null ? original : change.apply(call);
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
            return original;
        }
    }
}
