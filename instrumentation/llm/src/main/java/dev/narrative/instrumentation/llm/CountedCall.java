package dev.narrative.instrumentation.llm;

import dev.narrative.core.metrics.EndedCall;
import dev.narrative.core.metrics.EndedCalls;
import dev.narrative.core.trace.Span;
import dev.narrative.model.AttributeNames;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hands a call to metrics when they are switched on, whether or not its span is kept. */
final class CountedCall {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private CountedCall() {}

    /**
     * Takes what is needed of the call, on the thread that ended it; counting is for another.
     *
     * @param span has ended
     * @param nanosToFirstToken negative when there was none
     */
    static void count(
            Span span,
            ModelCall call,
            @Nullable ModelApi api,
            @Nullable ModelServer server,
            long nanosToFirstToken,
            CallCost cost) {
        if (!EndedCalls.areCounted()) {
            return;
        }
        EndedCalls.add(new EndedCall(
                api == null ? "chat" : api.operation(),
                api == null ? null : api.provider(),
                RenderedCall.requestModel(call, api),
                call.responseModel(),
                server == null ? null : server.host(),
                server == null ? 0 : server.port(),
                (String) span.attributes().get(AttributeNames.ERROR_TYPE),
                (span.endEpochNanos() - span.startEpochNanos()) / NANOS,
                call.isStreaming() ? nanosToFirstToken / NANOS : -1,
                call.usage(),
                cost));
    }
}
