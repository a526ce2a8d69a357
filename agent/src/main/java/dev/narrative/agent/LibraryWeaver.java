package dev.narrative.agent;

import dev.narrative.core.log.AgentLog;
import dev.narrative.core.weaving.InstrumentationModule;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/** Weaves the classes of known libraries as their instrumentation modules say. */
final class LibraryWeaver {
    private final Map<String, InstrumentationModule> modules = new ConcurrentHashMap<>();

    byte @Nullable [] weave(
            List<InstrumentationIndex.Entry> entries, @Nullable ClassLoader loader, String internalName, byte[] bytes)
            throws ReflectiveOperationException {
        String name = internalName.replace('/', '.');
        ClassFileLocator locator = ByteBuddyWeaving.locator(loader, name, bytes);
        TypePool types = ByteBuddyWeaving.pool(locator);
        TypeDescription type = types.describe(name).resolve();
        Collected woven = new Collected(ByteBuddyWeaving.BYTE_BUDDY.decorate(type, locator), locator, bytes);
        for (InstrumentationIndex.Entry entry : entries) {
            for (TypeInstrumentation part : module(entry).types()) {
                if (part.types().contains(name) && hasWhatItNeeds(part, entry, loader)) {
                    woven.module = entry.moduleClass();
                    part.weave(woven);
                }
            }
        }
        return woven.changed ? woven.builder.make(types).getBytes() : null;
    }

    private InstrumentationModule module(InstrumentationIndex.Entry entry) throws ReflectiveOperationException {
        InstrumentationModule known = modules.get(entry.moduleClass());
        if (known == null) {
            known = Class.forName(entry.moduleClass())
                    .asSubclass(InstrumentationModule.class)
                    .getDeclaredConstructor()
                    .newInstance();
            modules.put(entry.moduleClass(), known);
        }
        return known;
    }

    private static boolean hasWhatItNeeds(
            TypeInstrumentation part, InstrumentationIndex.Entry entry, @Nullable ClassLoader loader) {
        for (String needed : part.needs()) {
            String resource = needed.replace('.', '/') + ".class";
            if ((loader == null ? ClassLoader.getSystemResource(resource) : loader.getResource(resource)) == null) {
                AgentLog.warnThrottled(
                        "needs-" + entry.name(),
                        entry.name() + " leaves this version of its library alone: it lacks " + needed);
                return false;
            }
        }
        return true;
    }

    private static final class Collected implements Weaving {
        private final ClassFileLocator application;
        private final byte[] classFile;
        private DynamicType.Builder<?> builder;
        private String module = "";
        private boolean callable;
        private boolean changed;

        Collected(DynamicType.Builder<?> builder, ClassFileLocator application, byte[] classFile) {
            this.builder = builder;
            this.application = application;
            this.classFile = classFile;
        }

        @Override
        public void advise(ElementMatcher<? super MethodDescription> methods, Class<?> advice) {
            if (!callable) {
                callable = true;
                if (CallableVersion.isMissing(classFile)) {
                    apply(new CallableVersion());
                }
            }
            apply(ByteBuddyWeaving.called(module, advice, application).on(methods));
        }

        @Override
        public void inline(ElementMatcher<? super MethodDescription> methods, Class<?> advice) {
            apply(ByteBuddyWeaving.inlined(advice).on(methods));
        }

        @Override
        public void apply(AsmVisitorWrapper wrapper) {
            builder = builder.visit(wrapper);
            changed = true;
        }
    }
}
