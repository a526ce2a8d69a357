package dev.narrative.model.prices;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a price table for people to look at: US dollars for a million tokens of each kind, {@code null} where no
 * price of its own is known.
 *
 * @param number where it stands in the table, counted from 0
 * @param provider empty for any
 * @param model the model's name, or the expression that its names match
 * @param tiers beyond how many input tokens the call has other prices
 * @param validity when it holds, in words; empty for always
 */
public record PriceLine(
        int number,
        String provider,
        String model,
        @Nullable Double input,
        @Nullable Double output,
        @Nullable Double cachedRead,
        @Nullable Double cachedWrite,
        @Nullable Double cachedWriteLong,
        @Nullable Double reasoning,
        List<Long> tiers,
        String validity) {
    public PriceLine {
        tiers = List.copyOf(tiers);
    }
}
