package dev.narrative.console.store.sql;

import dev.narrative.console.store.SpanFacts;

/**
 * What adds up over calls, apart from how long they took.
 *
 * @param unpriced calls that used tokens and had no price
 * @param priced calls that had a price
 * @param cost US dollars
 */
public record CallTotals(long errors, long unpriced, long priced, long inputTokens, long outputTokens, double cost) {
    static final CallTotals NONE = new CallTotals(0, 0, 0, 0, 0, 0);

    /** The totals of one call. */
    public static CallTotals of(SpanFacts facts, boolean failed) {
        Double cost = facts.cost();
        boolean used = facts.inputTokens() > 0 || facts.outputTokens() > 0;
        return new CallTotals(
                failed ? 1 : 0,
                used && cost == null ? 1 : 0,
                cost == null ? 0 : 1,
                facts.inputTokens(),
                facts.outputTokens(),
                cost == null ? 0 : cost);
    }

    /** These and so many times the others; -1 takes them away. */
    CallTotals plus(CallTotals more, int times) {
        return new CallTotals(
                errors + times * more.errors,
                unpriced + times * more.unpriced,
                priced + times * more.priced,
                inputTokens + times * more.inputTokens,
                outputTokens + times * more.outputTokens,
                cost + times * more.cost);
    }
}
