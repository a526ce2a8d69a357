package dev.narrative.benchmarks.workload;

/** The methods that rules name: a few nanoseconds each, so that what is measured is the span. */
public final class Work {
    static final int CHILDREN = 10;

    private long state;

    public Work(long seed) {
        state = seed;
    }

    public long step() {
        return advance();
    }

    public long parent() {
        long sum = 0;
        for (int i = 0; i < CHILDREN; i++) {
            sum += child();
        }
        return sum;
    }

    public long child() {
        return advance();
    }

    /** One step of Marsaglia's xorshift: cheap, and its result can't be foreseen by the compiler. */
    private long advance() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return state;
    }
}
