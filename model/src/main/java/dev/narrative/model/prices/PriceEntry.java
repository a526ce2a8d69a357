package dev.narrative.model.prices;

import dev.narrative.model.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of a price table: whose models of which name cost what, and when. */
final class PriceEntry {
    private final @Nullable String provider;
    private final String label;
    private final ModelPattern pattern;
    private final Validity validity;
    private final @Nullable Rates rates;
    private final List<Tier> tiers;

    /**
     * An entry.
     *
     * @param provider {@code null} for any
     * @param label the model for people
     * @param rates {@code null} when it is known that the model has no price
     * @param tiers the longest first
     */
    PriceEntry(
            @Nullable String provider,
            String label,
            ModelPattern pattern,
            Validity validity,
            @Nullable Rates rates,
            List<Tier> tiers) {
        this.provider = provider;
        this.label = label;
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

    PriceLine line(int number) {
        Rates known = rates == null ? Rates.NONE : rates;
        List<Long> above = new ArrayList<>();
        for (Tier tier : tiers) {
            above.add(tier.above());
        }
        return new PriceLine(
                number,
                provider == null ? "" : provider,
                label,
                known.input(),
                known.output(),
                known.cachedRead(),
                known.cachedWrite(),
                known.cachedWriteLong(),
                known.reasoning(),
                above,
                validity.text());
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
