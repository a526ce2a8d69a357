package dev.narrative.console.cli;

import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.prices.PriceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of a price table as rows: US dollars for a million tokens. */
final class PriceListing {
    private PriceListing() {}

    /** Lines with what some tokens cost by each, as far as that is asked. */
    static Listing<PriceLine> of(PriceOptions.Prices prices, @Nullable Double cost) {
        List<Column<PriceLine>> columns = new ArrayList<>(columns(prices));
        if (cost != null) {
            columns.add(Column.number("cost", "COST", line -> Shown.cost(cost), line -> Shown.plainCost(cost)));
        }
        return new Listing<>("prices", columns, (line, out) -> write(line, prices, cost, out), line -> false);
    }

    private static List<Column<PriceLine>> columns(PriceOptions.Prices prices) {
        return List.of(
                Column.flexible("provider", "PROVIDER", PriceLine::provider),
                Column.flexible("model", "MODEL", PriceLine::model),
                price("input_per_million", "INPUT", PriceLine::input),
                price("output_per_million", "OUTPUT", PriceLine::output),
                price("cached_read_per_million", "CACHED", PriceLine::cachedRead),
                price("cached_write_per_million", "WRITTEN", PriceLine::cachedWrite),
                price("cached_write_1h_per_million", "WRITTEN 1H", PriceLine::cachedWriteLong)
                        .onlyWide(),
                price("reasoning_per_million", "REASONING", PriceLine::reasoning)
                        .onlyWide(),
                Column.text("tiers", "ABOVE", line -> Shown.text(tiers(line)), PriceListing::tiers),
                Column.flexible("validity", "HOLDS", PriceLine::validity),
                Column.text("source", "SOURCE", prices::source, prices::source));
    }

    private static void write(PriceLine line, PriceOptions.Prices prices, @Nullable Double cost, JsonWriter out) {
        out.beginObject();
        if (!line.provider().isEmpty()) {
            out.name("provider").value(line.provider());
        }
        out.name("model").value(line.model());
        number("input_per_million", line.input(), out);
        number("output_per_million", line.output(), out);
        number("cached_read_per_million", line.cachedRead(), out);
        number("cached_write_per_million", line.cachedWrite(), out);
        number("cached_write_1h_per_million", line.cachedWriteLong(), out);
        number("reasoning_per_million", line.reasoning(), out);
        out.name("tiers").beginArray();
        line.tiers().forEach(out::value);
        out.endArray();
        out.name("validity").value(line.validity());
        out.name("source").value(prices.source(line));
        number("cost", cost, out);
        out.endObject();
    }

    private static void number(String name, @Nullable Double value, JsonWriter out) {
        if (value != null) {
            out.name(name).value(value.doubleValue());
        }
    }

    private static String tiers(PriceLine line) {
        return line.tiers().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Column<PriceLine> price(String name, String header, Function<PriceLine, @Nullable Double> price) {
        return Column.number(
                name,
                header,
                line -> {
                    String plain = Shown.plainCost(price.apply(line));
                    return plain.isEmpty() ? Shown.NOTHING : "$" + plain;
                },
                line -> Shown.plainCost(price.apply(line)));
    }
}
