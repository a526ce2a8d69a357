package dev.narrative.agent;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.boot.IndyBootstrap;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.JavaConstant;
import org.jspecify.annotations.Nullable;

/** Byte Buddy, set up for a guest: no validation of foreign types, no new members, descriptions from class files only. */
final class ByteBuddyWeaving {
    static final ByteBuddy BYTE_BUDDY = new ByteBuddy()
            .with(TypeValidation.DISABLED)
            .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
            .with(InstrumentedType.Factory.Default.FROZEN)
            .with(Implementation.Context.Disabled.Factory.INSTANCE);

    private static final ClassFileLocator AGENT =
            ClassFileLocator.ForClassLoader.of(ByteBuddyWeaving.class.getClassLoader());
    private static final TypePool AGENT_TYPES = pool(AGENT);
    private static final MethodDescription.InDefinedShape BOOTSTRAP = bootstrap();
    private static final Advice.ExceptionHandler SUPPRESSED = suppressed();

    private ByteBuddyWeaving() {}

    static ClassFileLocator locator(@Nullable ClassLoader loader, String name, byte[] bytes) {
        return new ClassFileLocator.Compound(
                ClassFileLocator.Simple.of(name, bytes),
                loader == null
                        ? ClassFileLocator.ForClassLoader.ofBootLoader()
                        : ClassFileLocator.ForClassLoader.of(loader));
    }

    static TypePool pool(ClassFileLocator locator) {
        return new TypePool.Default.WithLazyResolution(
                new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.FAST, LoadedTypes.INSTANCE);
    }

    static TypeDescription agentType(String name) {
        return AGENT_TYPES.describe(name).resolve();
    }

    /** An advice whose code is copied into the method. */
    static Advice inlined(Advice.WithCustomMapping mapping, Class<?> enter, Class<?> exit) {
        return mapping.to(agentType(enter.getName()), agentType(exit.getName()), AGENT)
                .withExceptionHandler(SUPPRESSED);
    }

    static Advice inlined(Class<?> advice) {
        return Advice.to(agentType(advice.getName()), AGENT).withExceptionHandler(SUPPRESSED);
    }

    /**
     * An advice that is called by invokedynamic and found by {@link AdviceLoaders}.
     *
     * @param application where the types of the library are, which the advice names in its signatures
     */
    static Advice called(String module, Class<?> advice, ClassFileLocator application) {
        ClassFileLocator both = new ClassFileLocator.Compound(AGENT, application);
        return Advice.withCustomMapping()
                .with(new Advice.AssignReturned.Factory())
                .bootstrap(BOOTSTRAP, (method, exit) -> new Names(module, advice.getName()))
                .to(pool(both).describe(advice.getName()).resolve(), both)
                .withExceptionHandler(SUPPRESSED);
    }

    private record Names(String module, String advice) implements Advice.BootstrapArgumentResolver {
        @Override
        public List<JavaConstant> resolve(TypeDescription type, MethodDescription method) {
            return List.of(JavaConstant.Simple.ofLoaded(module), JavaConstant.Simple.ofLoaded(advice));
        }
    }

    private static MethodDescription.InDefinedShape bootstrap() {
        try {
            return new MethodDescription.ForLoadedMethod(IndyBootstrap.class.getMethod(
                    "link", MethodHandles.Lookup.class, String.class, MethodType.class, String.class, String.class));
        } catch (NoSuchMethodException broken) {
            throw new IllegalStateException("the bridge lacks " + CallSite.class.getSimpleName() + " link", broken);
        }
    }

    private static Advice.ExceptionHandler suppressed() {
        try {
            return new Advice.ExceptionHandler.Simple(MethodInvocation.invoke(new MethodDescription.ForLoadedMethod(
                    AdviceErrors.class.getMethod("suppressed", Throwable.class))));
        } catch (NoSuchMethodException broken) {
            throw new IllegalStateException("the bridge lacks a place for suppressed errors", broken);
        }
    }
}
