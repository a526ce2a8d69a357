package dev.narrative.model.prices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries that are for one model of one provider, whatever the time.
 *
 * @param ordered the first that holds is the price
 * @param rivals asked when none of those holds: entries of several makers, which must agree
 */
record Candidates(List<PriceEntry> ordered, List<List<PriceEntry>> rivals) {
    @Nullable
    PriceEntry at(long epochMillis) {
        PriceEntry found = first(ordered, epochMillis);
        if (found != null) {
            return found;
        }
        for (List<PriceEntry> rival : rivals) {
            PriceEntry other = first(rival, epochMillis);
            if (found == null) {
                found = other;
            } else if (other != null && !other.costsTheSame(found)) {
                return null;
            }
        }
        return found;
    }

    private static @Nullable PriceEntry first(List<PriceEntry> entries, long epochMillis) {
        for (PriceEntry entry : entries) {
            if (entry.holds(epochMillis)) {
                return entry;
            }
        }
        return null;
    }
}
