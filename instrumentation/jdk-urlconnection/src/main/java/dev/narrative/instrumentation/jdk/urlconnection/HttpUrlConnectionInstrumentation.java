package dev.narrative.instrumentation.jdk.urlconnection;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * A request begins with the first of connect, getOutputStream and getInputStream, and ends with getInputStream, which
 * everything that asks for the response calls.
 */
final class HttpUrlConnectionInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("sun.net.www.protocol.http.HttpURLConnection");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("connect").and(isPublic()).and(takesNoArguments()), ConnectAdvice.class);
        weaving.advise(named("getOutputStream").and(isPublic()).and(takesNoArguments()), BodyAdvice.class);
        weaving.advise(named("getInputStream").and(isPublic()).and(takesNoArguments()), ResponseAdvice.class);
        weaving.advise(named("disconnect").and(isPublic()).and(takesNoArguments()), DisconnectAdvice.class);
    }

    public static final class ConnectAdvice {
        private ConnectAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.This HttpURLConnection connection,
                @Advice.FieldValue("connected") boolean connected,
                @Advice.FieldValue("inputStream") @Nullable InputStream response) {
            return response == null ? OpenConnections.begin(connection, connected) : null;
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.This HttpURLConnection connection,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                OpenConnections.connected(connection, (HttpClientSpan) call, error);
            }
        }
    }

    public static final class BodyAdvice {
        private BodyAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.This HttpURLConnection connection,
                @Advice.FieldValue("connected") boolean connected,
                @Advice.FieldValue("inputStream") @Nullable InputStream response) {
            return response == null ? OpenConnections.begin(connection, connected) : null;
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static @Nullable OutputStream exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.This HttpURLConnection connection,
                @Advice.Return @Nullable OutputStream body,
                @Advice.Thrown @Nullable Throwable error) {
            if (call == null) {
                return body;
            }
            OpenConnections.connected(connection, (HttpClientSpan) call, error);
            return body == null ? null : ((HttpClientSpan) call).tapped(body);
        }
    }

    /** The stream with the response is replaced where the connection keeps it, so that every call gives the same one. */
    public static final class ResponseAdvice {
        private ResponseAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.This HttpURLConnection connection,
                @Advice.FieldValue("connected") boolean connected,
                @Advice.FieldValue("inputStream") @Nullable InputStream response,
                @Advice.FieldValue("rememberedException") @Nullable Exception failure) {
            return response == null && failure == null ? OpenConnections.begin(connection, connected) : null;
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        @Advice.AssignReturned.ToFields(@Advice.AssignReturned.ToFields.ToField("inputStream"))
        public static @Nullable InputStream exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.This HttpURLConnection connection,
                @Advice.FieldValue("responseCode") int status,
                @Advice.FieldValue("inputStream") @Nullable InputStream body,
                @Advice.Thrown @Nullable Throwable error) {
            return call == null
                    ? null
                    : OpenConnections.answered(connection, (HttpClientSpan) call, status, body, error);
        }
    }

    public static final class DisconnectAdvice {
        private DisconnectAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static void enter(@Advice.This HttpURLConnection connection) {
            OpenConnections.abandoned(connection);
        }
    }
}
