package dev.narrative.agent;

import java.io.InputStream;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Weaves a class of our own once, on the agent's thread, so that Byte Buddy's hundreds of classes are loaded by the time
 * that the application's thread meets the first class that is really to be woven.
 */
final class WeaverWarmup {
    private WeaverWarmup() {}

    static void run() throws Exception {
        String name = Sample.class.getName();
        ClassLoader loader = WeaverWarmup.class.getClassLoader();
        byte[] bytes;
        try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                return;
            }
            bytes = in.readAllBytes();
        }
        ClassFileLocator locator = ByteBuddyWeaving.locator(loader, name, bytes);
        TypeDescription type = ByteBuddyWeaving.pool(locator).describe(name).resolve();
        Advice inlined = ByteBuddyWeaving.inlined(
                Advice.withCustomMapping().bind(TracedMethodAdvice.Site.class, 0),
                TracedMethodAdvice.EnterWithArguments.class,
                TracedMethodAdvice.ExitWithResult.class);
        Advice called = ByteBuddyWeaving.called("", SampleAdvice.class, locator);
        ByteBuddyWeaving.BYTE_BUDDY
                .decorate(type, locator)
                .visit(inlined.on(ElementMatchers.named("first")))
                .visit(called.on(ElementMatchers.named("second")))
                .make()
                .getBytes();
    }

    /** A class to weave; it is never loaded. */
    static final class Sample {
        private Sample() {}

        static Object first(Object value) {
            return value;
        }

        static Object second(Object value) {
            return value;
        }
    }

    /** An advice to weave in; it is never called. */
    static final class SampleAdvice {
        private SampleAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        static void enter(@Advice.Argument(0) Object value) {}
    }
}
