package dev.narrative.model.prices;

import dev.narrative.model.TokenUsage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What models cost. A model that is not in the table has no cost, which is not the same as costing nothing. Immutable
 * but for a bounded memory of what was found; safe for all threads.
 */
public final class PriceTable {
    private static final String RESOURCE = "model-prices.json";
    private static final int MAX_REMEMBERED = 1_000;

    private final List<PriceEntry> entries;
    private final String asOf;
    private final PriceSearch search;
    private final Map<String, Candidates> remembered = new ConcurrentHashMap<>();

    PriceTable(List<PriceEntry> entries, String asOf) {
        this.entries = List.copyOf(entries);
        this.asOf = asOf;
        this.search = new PriceSearch(this.entries);
    }

    /** The table that comes with the product, read when it is first asked for. */
    public static PriceTable builtIn() {
        return BuiltIn.TABLE;
    }

    /**
     * Reads a table in the format of {@code docs/prices.md}; never throws.
     *
     * @param source how problems name the file
     */
    public static PriceFile read(String source, byte[] json) {
        return new PriceFileReader(source, true).read(json);
    }

    /** This table, in which the entries of the other go first. */
    public PriceTable extendedBy(PriceTable own) {
        List<PriceEntry> all = new ArrayList<>(own.entries);
        all.addAll(entries);
        return new PriceTable(all, asOf);
    }

    /** Whether a provider is paid by list prices, rather than being a program on one's own machine. */
    public static boolean hasListPrices(String provider) {
        return !Providers.isLocal(Providers.canonical(provider));
    }

    /** The day on which the prices were true, {@code 2026-11-20}; empty when the table does not say. */
    public String asOf() {
        return asOf;
    }

    /** How many entries there are. */
    public int size() {
        return entries.size();
    }

    /**
     * What a call cost by this table.
     *
     * @param provider OpenTelemetry's {@code gen_ai.provider.name}
     * @param responseModel the model that answered, which goes before the one that was asked for
     * @param epochMillis when the call was made
     * @return {@code null} when the table has no price for it
     */
    public @Nullable Cost cost(
            String provider,
            @Nullable String responseModel,
            @Nullable String requestModel,
            TokenUsage usage,
            long epochMillis) {
        PriceEntry entry = entry(provider, responseModel, epochMillis);
        if (entry == null && mayAskForRequested(provider, responseModel)) {
            entry = entry(provider, requestModel, epochMillis);
        }
        return entry == null ? null : entry.cost(usage);
    }

    /** The lines in the order in which they are tried. */
    public List<PriceLine> lines() {
        List<PriceLine> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            lines.add(entries.get(i).line(i));
        }
        return lines;
    }

    /**
     * The line that holds for a model.
     *
     * @param provider OpenTelemetry's {@code gen_ai.provider.name}; empty for whoever makes the model
     * @return {@code null} when the table has none
     */
    public @Nullable PriceLine line(String provider, String model, long epochMillis) {
        PriceEntry entry = entry(provider, model, epochMillis);
        return entry == null ? null : entry.line(entries.indexOf(entry));
    }

    /** Azure is asked for a deployment, whose name may be another model's: it says nothing when the model is known. */
    private static boolean mayAskForRequested(String provider, @Nullable String responseModel) {
        return responseModel == null
                || responseModel.isBlank()
                || !Providers.canonical(provider).equals(Providers.AZURE);
    }

    private @Nullable PriceEntry entry(String provider, @Nullable String model, long epochMillis) {
        if (model == null || model.isBlank() || model.length() > ModelNames.MAX_LENGTH) {
            return null;
        }
        String key = provider + '\n' + model;
        Candidates candidates = remembered.get(key);
        if (candidates == null) {
            candidates = search.find(provider, model.strip());
            if (remembered.size() >= MAX_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(key, candidates);
        }
        return candidates.at(epochMillis);
    }

    int remembered() {
        return remembered.size();
    }

    private static final class BuiltIn {
        private static final PriceTable TABLE = load();

        private static PriceTable load() {
            try (InputStream in = PriceTable.class.getResourceAsStream(RESOURCE)) {
                byte[] json = in == null ? new byte[] {} : in.readAllBytes();
                return new PriceFileReader(RESOURCE, false).read(json).table();
            } catch (IOException unreadable) {
                return new PriceTable(List.of(), "");
            }
        }
    }
}
