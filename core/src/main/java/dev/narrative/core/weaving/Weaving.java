package dev.narrative.core.weaving;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Collects what is woven into a class. */
public interface Weaving {
    /**
     * Calls an advice by invokedynamic. Its methods declare {@code inline = false} and {@code suppress =
     * Throwable.class}; they may use all of the agent, and types of the library in their signatures.
     */
    void advise(ElementMatcher<? super MethodDescription> methods, Class<?> advice);

    /** Copies an advice into the method. It may use {@code dev.narrative.boot} and JDK types only. */
    void inline(ElementMatcher<? super MethodDescription> methods, Class<?> advice);

    /** Applies any other wrapper of Byte Buddy's. */
    void apply(AsmVisitorWrapper wrapper);
}
