package dev.narrative.model.prices;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that one model goes by: the full one, then without path, without region, without vendor. */
final class ModelNames {
    /** Longer names than any provider's, ARNs included. */
    static final int MAX_LENGTH = 200;

    private static final List<String> REGIONS = List.of("us.", "eu.", "apac.", "global.", "jp.", "au.", "us-gov.");
    private static final String VENDOR = Providers.ANTHROPIC + '.';
    private static final String FREE = ":free";

    private ModelNames() {}

    static Set<String> of(String model) {
        Set<String> names = new LinkedHashSet<>();
        names.add(model);
        String last = model.substring(model.lastIndexOf('/') + 1);
        names.add(last);
        String anywhere = last;
        for (String region : REGIONS) {
            if (last.startsWith(region)) {
                anywhere = last.substring(region.length());
            }
        }
        names.add(anywhere);
        if (anywhere.startsWith(VENDOR)) {
            names.add(anywhere.substring(VENDOR.length()));
        }
        names.remove("");
        return names;
    }

    /** Routers give some models away under this name, which is not the maker's price. */
    static boolean isFreeVariant(String model) {
        return model.endsWith(FREE);
    }
}
