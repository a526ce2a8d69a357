package dev.narrative.core.export;

/** Why spans did not reach their destination, and what can be done about it. */
public enum LossCause {
    QUEUE_FULL("queue full", "raise narrative.queue.size, sample, or limit rules"),
    FAILED("failed", ""),
    NOT_ENCODABLE("not encodable", "please report this"),
    REFUSED("refused", ""),
    REJECTED("rejected", ""),
    AMBIGUOUS("unanswered", "they may have arrived and are not sent again, for none may arrive twice"),
    SPOOL_FULL("spool full", "raise narrative.spool.max-size"),
    SPOOL_EXPIRED("spool expired", "raise narrative.spool.retention"),
    SPOOL_UNWRITABLE("spool not writable", "free space in narrative.journal.dir, or check its permissions"),
    SPOOL_TORN("spool file torn", "a crash of the machine tore it; nothing is to be done");

    private final String label;
    private final String advice;

    LossCause(String label, String advice) {
        this.label = label;
        this.advice = advice;
    }

    /** The cause in a few words, also the value of the metrics' attribute. */
    public String label() {
        return label;
    }

    /** Empty where the detail says what to do. */
    String advice() {
        return advice;
    }
}
