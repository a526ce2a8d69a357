package dev.narrative.benchmarks.report;

/** Whether a figure reaches its bar. */
enum Verdict {
    MET("yes"),
    MISSED("NO"),

    /** It could not be judged, because someone did not run or there was nothing to be a part of. */
    OPEN("-"),

    /** Spans were lost while it was measured. */
    VOID("void: spans lost"),

    /** There is no bar. */
    NONE("");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
