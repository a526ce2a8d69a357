package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.ModelCall;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What kind of error Bedrock answers with, of which the body has only the message. */
final class BedrockErrors {
    private BedrockErrors() {}

    /** The type, without the address of its definition that may follow. */
    static void headers(Function<String, @Nullable String> headers, ModelCall call) {
        String type = headers.apply("x-amzn-errortype");
        if (type != null) {
            int end = type.indexOf(':');
            call.error(end < 0 ? type : type.substring(0, end), null);
        }
    }
}
