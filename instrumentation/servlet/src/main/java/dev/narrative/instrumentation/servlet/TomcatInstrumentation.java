package dev.narrative.instrumentation.servlet;

import static net.bytebuddy.matcher.ElementMatchers.hasSuperType;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;

/** The valve that every request of a host passes, filters, error pages and asynchronous dispatches included. */
final class TomcatInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.apache.catalina.core.StandardHostValve");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("invoke").and(takesArgument(0, hasSuperType(named("jakarta.servlet.http.HttpServletRequest")))),
                JakartaServletInstrumentation.ServiceAdvice.class);
        weaving.advise(
                named("invoke").and(takesArgument(0, hasSuperType(named("javax.servlet.http.HttpServletRequest")))),
                JavaxServletInstrumentation.ServiceAdvice.class);
    }
}
