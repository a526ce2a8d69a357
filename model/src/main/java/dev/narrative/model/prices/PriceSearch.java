package dev.narrative.model.prices;

import java.util.ArrayList;
import java.util.List;

/** Finds the entries for a provider's model; RATIONALE.md says why in this order. */
final class PriceSearch {
    private final List<PriceEntry> entries;

    PriceSearch(List<PriceEntry> entries) {
        this.entries = entries;
    }

    Candidates find(String provider, String model) {
        String canonical = Providers.canonical(provider);
        List<PriceEntry> found = new ArrayList<>();
        collect(canonical, model, found);
        for (String reseller : Providers.resoldBy(canonical)) {
            collect(reseller, model, found);
        }
        if (!Providers.mayServeAny(canonical) || ModelNames.isFreeVariant(model)) {
            return new Candidates(found, List.of());
        }
        int slash = model.indexOf('/');
        if (slash > 0) {
            String vendor = Providers.canonical(model.substring(0, slash));
            if (Providers.isKnown(vendor) || Providers.isLocal(vendor)) {
                Candidates ofVendor = find(vendor, model.substring(slash + 1));
                found.addAll(ofVendor.ordered());
                return new Candidates(found, ofVendor.rivals());
            }
        }
        return new Candidates(found, ofMakers(model));
    }

    private List<List<PriceEntry>> ofMakers(String model) {
        List<List<PriceEntry>> rivals = new ArrayList<>();
        for (String maker : Providers.MAKERS) {
            List<PriceEntry> own = new ArrayList<>();
            collect(maker, model, own);
            if (!own.isEmpty()) {
                rivals.add(own);
            }
        }
        return rivals;
    }

    private void collect(String provider, String model, List<PriceEntry> found) {
        for (String name : ModelNames.of(model)) {
            for (PriceEntry entry : entries) {
                if (entry.isFor(provider, name)) {
                    found.add(entry);
                }
            }
        }
    }
}
