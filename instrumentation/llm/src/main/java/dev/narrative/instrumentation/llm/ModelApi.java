package dev.narrative.instrumentation.llm;

import dev.narrative.instrumentation.llm.stream.AnswerBody;
import dev.narrative.instrumentation.llm.wire.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a request's URL tells of a model call.
 *
 * @param operation OpenTelemetry's {@code gen_ai.operation.name}
 * @param provider OpenTelemetry's {@code gen_ai.provider.name}
 * @param model the model in the path, where it stands there
 * @param streaming whether the path says that the answer is streamed; in most formats the request does
 * @param form how a streamed answer comes when it is not events
 * @param certain whether the path or the host alone is proof, so that the call counts even when its body was not seen
 */
public record ModelApi(
        WireFormat format,
        String operation,
        String provider,
        @Nullable String model,
        boolean streaming,
        AnswerBody.Form form,
        boolean certain) {}
