package dev.narrative.agent;

import dev.narrative.core.log.AgentLog;
import dev.narrative.core.rules.ClassFacts;
import dev.narrative.core.rules.Hierarchy;
import dev.narrative.core.rules.NearestName;
import dev.narrative.core.rules.Rule;
import dev.narrative.core.rules.RuleSet;
import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says which rules have matched nothing, with the nearest name among the classes that were loaded: once, when the
 * application has had time to load its classes, or at its end when that comes first.
 */
final class UnmatchedRules implements Runnable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Instrumentation instrumentation;
    private RuleSet rules = RuleSet.NONE;
    private long since;
    private boolean reported;

    UnmatchedRules(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Begins to wait anew, for other rules. */
    synchronized void expect(RuleSet newRules) {
        rules = newRules;
        since = System.nanoTime();
        reported = false;
    }

    /** Reports if it is time to. */
    void look() {
        if (System.nanoTime() - since > PATIENCE_NANOS) {
            run();
        }
    }

    /** Reports now, at the end of the process for instance. */
    @Override
    public synchronized void run() {
        if (reported) {
            return;
        }
        reported = true;
        List<Rule> unmatched = rules.unmatched();
        if (unmatched.isEmpty()) {
            return;
        }
        Loaded loaded = new Loaded(applicationClasses());
        NearestName nearest = new NearestName(loaded.loaders.keySet(), loaded);
        for (Rule rule : unmatched) {
            String advice = nearest.advice(rule);
            AgentLog.warn(rule.source() + (rule.line() > 0 ? ":" + rule.line() : "") + ": narrative.trace." + rule.id()
                    + " has matched no class so far" + (advice == null ? "" : "; " + advice));
        }
    }

    private Map<String, ClassLoader> applicationClasses() {
        Map<String, ClassLoader> loaders = new HashMap<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            ClassLoader loader = type.getClassLoader();
            if (loader != null
                    && loader != ClassLoader.getPlatformClassLoader()
                    && !type.isArray()
                    && !isOurs(loader)) {
                loaders.put(type.getName().replace('.', '/'), loader);
            }
        }
        return loaders;
    }

    private static boolean isOurs(ClassLoader loader) {
        return loader == UnmatchedRules.class.getClassLoader() || loader instanceof InstrumentationLoader;
    }

    private record Loaded(Map<String, ClassLoader> loaders) implements Hierarchy {
        @Override
        public @Nullable ClassFacts find(String internalName) {
            return new LoaderHierarchy(loaders.get(internalName)).find(internalName);
        }
    }
}
