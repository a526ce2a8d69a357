package dev.narrative.instrumentation.http;

import dev.narrative.core.export.AgentThreads;
import java.lang.ref.Cleaner;

/** Ends the taps of bodies that the application dropped without reading or closing them. */
public final class AbandonedBodies {
    private static final Cleaner CLEANER = Cleaner.create(task -> AgentThreads.create("abandoned-bodies", task));

    private AbandonedBodies() {}

    /** Cancels the tap when the object that was handed to the application is collected; nothing when it ended before. */
    public static void watch(Object handedOut, BodyTap tap) {
        CLEANER.register(handedOut, tap::cancel);
    }
}
