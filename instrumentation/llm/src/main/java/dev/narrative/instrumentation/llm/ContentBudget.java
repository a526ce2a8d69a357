package dev.narrative.instrumentation.llm;

/** How many characters of a call's messages may still be kept. */
final class ContentBudget {
    private final ContentRule rule;
    private int taken;
    private boolean overrun;

    ContentBudget(ContentRule rule) {
        this.rule = rule;
    }

    /** Takes room for as much of a text as fits beside what its message has taken, and tells how much. */
    int take(int byMessage, int wanted) {
        if (!rule.kept()) {
            return 0;
        }
        int fitting = Math.min(wanted, Math.min(rule.perMessage() - byMessage, rule.perCall() - taken));
        if (fitting < wanted) {
            overrun = true;
        }
        taken += Math.max(0, fitting);
        return Math.max(0, fitting);
    }

    void overrun() {
        overrun = true;
    }

    /** Whether something was left out. */
    boolean isOverrun() {
        return overrun;
    }
}
