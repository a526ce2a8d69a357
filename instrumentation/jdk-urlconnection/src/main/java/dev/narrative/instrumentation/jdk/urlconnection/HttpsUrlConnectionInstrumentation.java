package dev.narrative.instrumentation.jdk.urlconnection;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.jdk.urlconnection.HttpUrlConnectionInstrumentation.ConnectAdvice;
import java.util.List;

/** Over https, connecting is done elsewhere; everything else is inherited. */
final class HttpsUrlConnectionInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("sun.net.www.protocol.https.AbstractDelegateHttpsURLConnection");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(named("connect").and(isPublic()).and(takesNoArguments()), ConnectAdvice.class);
    }
}
