package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.core.propagation.HeaderSetter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The headers of an immutable request, with changes to come. */
final class AwsHeaders implements HeaderSetter {
    private final SdkHttpRequest original;
    private SdkHttpRequest.@Nullable Builder changed;

    AwsHeaders(SdkHttpRequest original) {
        this.original = original;
    }

    @Override
    public boolean has(String name) {
        return (changed == null ? original : changed).firstMatchingHeader(name).isPresent();
    }

    @Override
    public void set(String name, String value) {
        remove(name);
        changed().putHeader(name, value);
    }

    @Override
    public void remove(String name) {
        if (has(name)) {
            changed().removeHeader(name);
        }
    }

    /** The request with the changed headers; the same one when none has changed. */
    SdkHttpRequest toRequest() {
        return changed == null ? original : changed.build();
    }

    private SdkHttpRequest.Builder changed() {
        SdkHttpRequest.Builder builder = changed;
        if (builder == null) {
            builder = original.toBuilder();
            changed = builder;
        }
        return builder;
    }
}
