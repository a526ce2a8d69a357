package dev.narrative.agent;

import dev.narrative.boot.AgentLoader;
import dev.narrative.core.log.AgentLog;
import dev.narrative.core.rules.RuleSet;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the name of each class that is loaded and lets nearly all of them pass; only a match brings Byte Buddy into
 * the process.
 */
final class AgentTransformer implements ClassFileTransformer {
    /** Classes loaded after the agent; a command that does little and ends loads fewer, a server passes it at once. */
    private static final int LARGE_APPLICATION = 250;

    private final InstrumentationIndex index;
    private final LibraryWeaver libraries;
    private final MethodWeaver methods;
    private final AnnotatedClasses annotated;
    private final AtomicInteger seen = new AtomicInteger();
    private volatile RuleSet rules;
    private volatile @Nullable Housekeeper housekeeper;

    AgentTransformer(
            InstrumentationIndex index,
            LibraryWeaver libraries,
            MethodWeaver methods,
            AnnotatedClasses annotated,
            RuleSet rules) {
        this.index = index;
        this.libraries = libraries;
        this.methods = methods;
        this.annotated = annotated;
        this.rules = rules;
    }

    /** Says who prepares the weaving when the application turns out to be more than a small command. */
    void preparedBy(Housekeeper newHousekeeper) {
        housekeeper = newHousekeeper;
    }

    void traceBy(RuleSet newRules) {
        rules = newRules;
    }

    /** Whether a class with this internal name may be woven. */
    boolean concerns(String internalName) {
        return index.find(internalName) != null || rules.mayMatch(internalName) || annotated.knows(internalName);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String internalName,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (internalName == null || loader instanceof AgentLoader || loader instanceof InstrumentationLoader) {
            return null;
        }
        if (seen.incrementAndGet() == LARGE_APPLICATION) {
            Housekeeper preparing = housekeeper;
            if (preparing != null) {
                preparing.requestWarmup();
            }
        }
        RuleSet now = rules;
        List<InstrumentationIndex.Entry> entries = index.find(internalName);
        boolean named = now.mayMatch(internalName);
        boolean marked = annotated.find(loader, internalName, bytes);
        if (entries == null && !named && !marked && redefined == null) {
            return null;
        }
        try {
            byte[] woven = entries == null ? null : libraries.weave(entries, loader, internalName, bytes);
            byte[] traced = named || marked
                    ? methods.weave(now, marked, loader, internalName, woven == null ? bytes : woven)
                    : null;
            return traced == null ? woven : traced;
        } catch (Throwable error) {
            AgentLog.warnThrottled(
                    "weave-" + internalName,
                    "cannot weave " + internalName.replace('/', '.') + ", it runs untraced: " + AgentLog.brief(error));
            return null;
        }
    }
}
