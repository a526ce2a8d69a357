package dev.narrative.model.prices;

import dev.narrative.model.TokenUsage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of a price table: whose models of which name cost what, and when. */
final class PriceEntry {
    private final @Nullable String provider;
    private final ModelPattern pattern;
    private final Validity validity;
    private final @Nullable Rates rates;
    private final List<Tier> tiers;

    /**
     * An entry.
     *
     * @param provider {@code null} for any
     * @param rates {@code null} when it is known that the model has no price
     * @param tiers the longest first
     */
    PriceEntry(
            @Nullable String provider,
            ModelPattern pattern,
            Validity validity,
            @Nullable Rates rates,
            List<Tier> tiers) {
        this.provider = provider;
        this.pattern = pattern;
        this.validity = validity;
        this.rates = rates;
        this.tiers = List.copyOf(tiers);
    }

    boolean isFor(String askedProvider, String model) {
        return (provider == null || provider.equals(askedProvider)) && pattern.matches(model);
    }

    boolean holds(long epochMillis) {
        return validity.holds(epochMillis);
    }

    boolean costsTheSame(PriceEntry other) {
        return Objects.equals(rates, other.rates) && tiers.equals(other.tiers);
    }

    /** The cost; {@code null} when there is no price for what was used. */
    @Nullable
    Cost cost(TokenUsage usage) {
        if (rates == null) {
            return null;
        }
        for (Tier tier : tiers) {
            if (usage.totalInput() > tier.above()) {
                return tier.rates().over(rates).cost(usage);
            }
        }
        return rates.cost(usage);
    }
}
