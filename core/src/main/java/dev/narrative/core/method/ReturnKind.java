package dev.narrative.core.method;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** How a method hands out its result, by its declared return type. */
public enum ReturnKind {
    /** Nothing, or nothing that a rule looks at. */
    IGNORED,
    /** The value itself, when the method returns. */
    VALUE,
    STAGE,
    FLOW,
    REACTIVE_STREAMS,
    REACTOR;

    /** The kind of a return type, {@link #IGNORED} for void and for values when none is looked at. */
    public static ReturnKind of(String returnType, boolean looksAtValue) {
        return switch (returnType) {
            case "void" -> IGNORED;
            case "java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture" -> STAGE;
            case "java.util.concurrent.Flow$Publisher" -> FLOW;
            case "org.reactivestreams.Publisher" -> REACTIVE_STREAMS;
            case "reactor.core.publisher.Mono", "reactor.core.publisher.Flux" -> REACTOR;
            default -> looksAtValue ? VALUE : IGNORED;
        };
    }

    /**
     * Follows a result that is not there yet.
     *
     * @return what the method shall return instead, {@code null} when the result is there already
     */
    @Nullable
    Object follow(@Nullable Object returned, LaterResult result) throws ReflectiveOperationException {
        if (returned == null) {
            return null;
        }
        return switch (this) {
            case IGNORED, VALUE -> null;
            case STAGE -> StageResults.follow((CompletionStage<?>) returned, result);
            case FLOW -> new FollowedPublisher<>((Flow.Publisher<?>) returned, result);
            // A Mono stays one, also where it is declared as a publisher: many callers ask for its type.
            case REACTIVE_STREAMS, REACTOR ->
                ReactorResults.isReactor(returned)
                        ? ReactorResults.follow(returned, result)
                        : ReactiveStreamsResults.follow(returned, result);
        };
    }
}
