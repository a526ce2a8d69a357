package dev.narrative.core.trace;

/**
 * Decides whether a new trace is recorded. A span with a parent follows its parent, unless the sampler ignores parents.
 *
 * @param threshold the share of trace ids that are kept, as the smallest 56-bit value that is dropped
 * @param followsParent whether a parent's decision counts
 */
public record Sampler(long threshold, boolean followsParent) {
    private static final long RANGE = 1L << 56;

    public static final Sampler ALL = new Sampler(RANGE, true);

    /** A sampler by OpenTelemetry's name, such as {@code parentbased_traceidratio}, and its ratio from 0 to 1. */
    public static Sampler of(String name, double ratio) {
        boolean followsParent = name.startsWith("parentbased_");
        String root = followsParent ? name.substring("parentbased_".length()) : name;
        long threshold =
                switch (root) {
                    case "always_on" -> RANGE;
                    case "always_off" -> 0;
                    case "traceidratio" -> (long) (ratio * RANGE);
                    default -> throw new IllegalArgumentException("unknown sampler " + name);
                };
        return new Sampler(threshold, followsParent);
    }

    boolean sampleRoot(long traceIdLow) {
        return (traceIdLow & (RANGE - 1)) < threshold;
    }

    boolean sampleChild(boolean parentSampled, long traceIdLow) {
        return followsParent ? parentSampled : sampleRoot(traceIdLow);
    }
}
