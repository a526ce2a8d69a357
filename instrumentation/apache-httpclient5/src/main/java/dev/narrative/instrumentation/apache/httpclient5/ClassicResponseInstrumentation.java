package dev.narrative.instrumentation.apache.httpclient5;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** A response that is closed before its body has been read: the body's stream is not told. */
final class ClassicResponseInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.apache.hc.client5.http.impl.classic.CloseableHttpResponse");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(isPublic().and(named("close")), CloseAdvice.class);
    }

    public static final class CloseAdvice {
        private CloseAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static void enter(@Advice.This ClassicHttpResponse response) {
            if (response.getEntity() instanceof TappedEntity tapped) {
                tapped.cancel();
            }
        }
    }
}
