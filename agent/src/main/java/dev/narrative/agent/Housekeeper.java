package dev.narrative.agent;

import dev.narrative.boot.TaskContexts;
import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.Settings;
import dev.narrative.core.export.AgentThreads;
import dev.narrative.core.llm.ModelPrices;
import dev.narrative.core.log.AgentLog;
import dev.narrative.core.trace.TraceClock;
import java.io.File;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The agent's slow heartbeat: it follows the wall clock, drops what was collected, and watches its files. */
final class Housekeeper implements Runnable {
    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final @Nullable File file;
    private final @Nullable String argument;
    private final Reconfiguration reconfiguration;
    private final UnmatchedRules unmatched;
    private final Thread thread = AgentThreads.create("housekeeper", this);
    private volatile boolean warmupDue;
    private boolean followsPrices;
    private long seenModified;
    private long seenLength;
    private long lastLook = System.nanoTime();

    Housekeeper(
            @Nullable File file, @Nullable String argument, Reconfiguration reconfiguration, UnmatchedRules unmatched) {
        this.file = file;
        this.argument = argument;
        this.reconfiguration = reconfiguration;
        this.unmatched = unmatched;
        look();
    }

    void start() {
        thread.start();
    }

    /** Asks for Byte Buddy to be loaded now; returns at once. */
    void requestWarmup() {
        warmupDue = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (true) {
            LockSupport.parkNanos(this, BEAT_NANOS);
            try {
                if (warmupDue) {
                    warmupDue = false;
                    WeaverWarmup.run();
                }
                TraceClock.follow();
                TaskContexts.clean();
                watch();
                unmatched.look();
            } catch (Throwable error) {
                AgentLog.warnThrottled("housekeeper", "housekeeping failed: " + AgentLog.brief(error));
            }
        }
    }

    private void watch() {
        long interval = AgentRuntime.config().get(Settings.RELOAD_INTERVAL).toNanos();
        long now = System.nanoTime();
        if (!AgentRuntime.config().get(Settings.RELOAD) || now - lastLook < interval) {
            return;
        }
        lastLook = now;
        if (look()) {
            reconfiguration.apply(Reconfiguration.read(argument));
            AgentLog.info("took over the changed " + file);
        }
        if (AgentRuntime.config().isSet(Settings.LLM_PRICES) || followsPrices) {
            followsPrices = true;
            ModelPrices.ofProcess().follow();
        }
    }

    /** Whether the file has changed since the last look; one that is missing for a moment has not. */
    private boolean look() {
        if (file == null || !file.isFile()) {
            return false;
        }
        long modified = file.lastModified();
        long length = file.length();
        boolean changed = modified != seenModified || length != seenLength;
        seenModified = modified;
        seenLength = length;
        return changed;
    }
}
