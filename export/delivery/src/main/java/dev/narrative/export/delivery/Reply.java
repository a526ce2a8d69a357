package dev.narrative.export.delivery;

/** What came of sending a request once. */
public sealed interface Reply {
    /** What was answered or went wrong, on one line. */
    String describe();

    /**
     * The destination has it.
     *
     * @param rejected how many of the spans or points it threw away
     * @param message why, or a warning; often empty
     */
    record Taken(long rejected, String message) implements Reply {
        public static final Taken ALL = new Taken(0, "");

        @Override
        public String describe() {
            return message;
        }
    }

    /**
     * It was certainly not taken, and may be later.
     *
     * @param waitMillis how long the destination asked to wait, {@link #UNTOLD} when it did not say
     */
    record Later(String reason, long waitMillis) implements Reply {
        public static final long UNTOLD = -1;

        public Later(String reason) {
            this(reason, UNTOLD);
        }

        @Override
        public String describe() {
            return reason;
        }
    }

    /** It was not taken, and sending it again is of no use. */
    record Refused(String reason) implements Reply {
        @Override
        public String describe() {
            return reason;
        }
    }

    /** It went out, and nobody knows what became of it: sending it again might double what it holds. */
    record Ambiguous(String reason) implements Reply {
        @Override
        public String describe() {
            return reason;
        }
    }
}
