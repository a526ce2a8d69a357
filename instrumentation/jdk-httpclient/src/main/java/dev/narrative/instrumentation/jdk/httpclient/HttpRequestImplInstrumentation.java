package dev.narrative.instrumentation.jdk.httpclient;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.narrative.core.propagation.Propagation;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The client's own copy of each request, which it makes on the calling thread before it sends, and once more for a
 * redirect. Our headers go into the copy: the application's request stays as it is, and may be sent again.
 */
final class HttpRequestImplInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("jdk.internal.net.http.HttpRequestImpl");
    }

    @Override
    public void weave(Weaving weaving) {
        ElementMatcher.Junction<MethodDescription> copying = isConstructor()
                .and(takesArguments(2))
                .and(takesArgument(0, HttpRequest.class))
                .and(takesArgument(1, ProxySelector.class));
        weaving.advise(copying, CopyAdvice.class);
        weaving.advise(copying, BodyAdvice.class);
        weaving.advise(isConstructor().and(takesArgument(0, URI.class)), RedirectAdvice.class);
    }

    public static final class CopyAdvice {
        private CopyAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToFields(@Advice.AssignReturned.ToFields.ToField("userHeaders"))
        public static @Nullable HttpHeaders exit(@Advice.FieldValue("userHeaders") HttpHeaders headers) {
            HttpClientSpan span = JdkHttpClientSingletons.INSTRUMENTER.running();
            if (span == null) {
                return null;
            }
            JdkHttpHeaders changed = new JdkHttpHeaders(headers);
            span.inject(changed);
            return changed.toHeaders();
        }
    }

    public static final class BodyAdvice {
        private BodyAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToFields(@Advice.AssignReturned.ToFields.ToField("requestPublisher"))
        public static @Nullable BodyPublisher exit(
                @Advice.FieldValue("requestPublisher") @Nullable BodyPublisher publisher) {
            HttpClientSpan span = JdkHttpClientSingletons.INSTRUMENTER.running();
            return publisher == null || span == null || !span.hasBodyTaps()
                    ? null
                    : new TappedPublisher(publisher, span);
        }
    }

    public static final class RedirectAdvice {
        private RedirectAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToFields(@Advice.AssignReturned.ToFields.ToField("userHeaders"))
        public static @Nullable HttpHeaders exit(
                @Advice.Argument(0) URI target, @Advice.FieldValue("userHeaders") HttpHeaders headers) {
            if (Propagation.current().reaches(target.getHost())) {
                return null;
            }
            JdkHttpHeaders changed = new JdkHttpHeaders(headers);
            Propagation.clear(changed);
            return changed.toHeaders();
        }
    }
}
