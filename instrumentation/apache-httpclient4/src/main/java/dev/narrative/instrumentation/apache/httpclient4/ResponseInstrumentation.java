package dev.narrative.instrumentation.apache.httpclient4;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.apache.http.HttpResponse;

/** A response that is closed before its body has been read: the body's stream is not told. */
final class ResponseInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.apache.http.impl.execchain.HttpResponseProxy");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(isPublic().and(named("close")).and(takesNoArguments()), CloseAdvice.class);
    }

    public static final class CloseAdvice {
        private CloseAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static void enter(@Advice.This HttpResponse response) {
            if (response.getEntity() instanceof TappedEntity tapped) {
                tapped.cancel();
            }
        }
    }
}
