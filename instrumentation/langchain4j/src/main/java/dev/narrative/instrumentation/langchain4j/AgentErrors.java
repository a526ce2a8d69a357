package dev.narrative.instrumentation.langchain4j;

import dev.langchain4j.agentic.agent.AgentInvocationException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What went wrong in an agent, without what the library, reflection and futures put around it on the way up. */
final class AgentErrors {
    private AgentErrors() {}

    static @Nullable Throwable cause(@Nullable Throwable error) {
        Throwable cause = error;
        while (cause != null && isWrapper(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** A plain runtime exception is what the library makes of an agent's failure on another thread. */
    private static boolean isWrapper(Throwable error) {
        return error instanceof AgentInvocationException
                || error instanceof InvocationTargetException
                || error instanceof UndeclaredThrowableException
                || error instanceof CompletionException
                || error instanceof ExecutionException
                || (error.getClass() == RuntimeException.class && error.getCause() instanceof ExecutionException);
    }
}
