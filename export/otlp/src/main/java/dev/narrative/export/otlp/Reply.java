package dev.narrative.export.otlp;

/** What came of sending a request once. */
sealed interface Reply {
    /**
     * The collector has it.
     *
     * @param rejected how many of the spans or points it threw away
     * @param message why, or a warning; often empty
     */
    record Taken(long rejected, String message) implements Reply {
        static final Taken ALL = new Taken(0, "");
    }

    /**
     * It may go better later.
     *
     * @param waitMillis how long the collector asked to wait, {@link #UNTOLD} when it did not say
     */
    record Later(String reason, long waitMillis) implements Reply {
        static final long UNTOLD = -1;

        Later(String reason) {
            this(reason, UNTOLD);
        }
    }

    /** Sending it again is of no use, or would risk doubling what it holds. */
    record Refused(String reason) implements Reply {}
}
