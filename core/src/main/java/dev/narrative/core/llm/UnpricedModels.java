package dev.narrative.core.llm;

import dev.narrative.core.log.AgentLog;
import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.prices.PriceTable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The models whose calls have no cost since no price is known; each is named once in the log. */
public final class UnpricedModels {
    private static final int MAX_NAMED = 20;
    private static final int MAX_LENGTH = 100;

    private final Set<String> named = ConcurrentHashMap.newKeySet();
    private final LongAdder calls = new LongAdder();

    UnpricedModels() {}

    /** How many calls had no price. */
    public long calls() {
        return calls.sum();
    }

    /** How many models had none, as far as they were named. */
    public int models() {
        return named.size();
    }

    void add(String provider, @Nullable String responseModel, @Nullable String requestModel) {
        String model = responseModel == null || responseModel.isBlank() ? requestModel : responseModel;
        if (model == null || model.isBlank() || !PriceTable.hasListPrices(provider)) {
            return;
        }
        calls.increment();
        if (named.size() < MAX_NAMED && named.add(provider + ' ' + model)) {
            String more = named.size() < MAX_NAMED ? "" : "; further models without price are only counted";
            AgentLog.info("no price is known for " + shortened(model) + " of " + shortened(provider)
                    + ", its calls have no cost; add " + entry(provider, model)
                    + " to the \"models\" of the file that narrative.llm.prices names" + more);
        }
    }

    /** Lets models be named again, since the prices have changed. */
    void forget() {
        named.clear();
    }

    private static String entry(String provider, String model) {
        return "{\"provider\": " + quoted(provider) + ", \"model\": " + quoted(model)
                + ", \"input_per_million\": …, \"output_per_million\": …}";
    }

    private static String quoted(String text) {
        return new JsonWriter(128).value(shortened(text)).text();
    }

    private static String shortened(String text) {
        String kept = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + '…' : text;
        StringBuilder plain = new StringBuilder(kept);
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isISOControl(plain.charAt(i))) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }
}
