package dev.narrative.applications.bedrock;

import software.amazon.awssdk.core.SdkBytes;

/** The model's own format, which {@code InvokeModel} takes as it is. */
final class Bodies {
    static final String MODEL = "anthropic.claude-3-haiku-20240307-v1:0";

    private Bodies() {}

    static SdkBytes question(String text) {
        return SdkBytes.fromUtf8String("""
                {"anthropic_version": "bedrock-2023-05-31", "max_tokens": 100,
                 "messages": [{"role": "user", "content": "%s"}]}""".formatted(text));
    }
}
