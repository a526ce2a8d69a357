package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.instrumentation.http.HttpClientInstrumenter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** What this folder's advice shares. */
final class AwsSdkSingletons {
    static final HttpClientInstrumenter INSTRUMENTER = new HttpClientInstrumenter("narrative.aws-sdk");
    static final ExecutionInterceptor INTERCEPTOR = new TracingInterceptor();

    private static final ExecutionAttribute<AwsCall> CALL = new ExecutionAttribute<>("dev.narrative.Call");

    private AwsSdkSingletons() {}

    /** The call that these attributes belong to; none when nobody sends anything, as with a presigner. */
    static @Nullable AwsCall call(ExecutionAttributes attributes) {
        return attributes.getAttribute(CALL);
    }

    static void keep(ExecutionAttributes attributes, AwsCall call) {
        attributes.putAttribute(CALL, call);
    }
}
