package dev.narrative.model.prices;

import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a table from JSON and reports all that is wrong at once. */
final class PriceFileReader {
    private static final String MODELS = "models";
    private static final String REPLACE = "replace";
    private static final String AS_OF = "as_of";
    private static final String CURRENCY = "currency";
    private static final List<String> KEYS = List.of(AS_OF, CURRENCY, REPLACE, "note", MODELS);
    private static final int MAX_DESCRIBED = 80;

    private final String source;
    private final boolean compiles;
    private final List<String> problems = new ArrayList<>();

    /**
     * A reader.
     *
     * @param compiles whether patterns are checked now, which the built-in table needs only in its tests
     */
    PriceFileReader(String source, boolean compiles) {
        this.source = source;
        this.compiles = compiles;
    }

    PriceFile read(byte[] json) {
        Document read = new Document();
        JsonReader reader = new JsonReader(JsonLimits.DEFAULT, Set.of(), false, read);
        reader.bytes(json, 0, json.length);
        reader.end();
        JsonValue document = read.value;
        if (!document.isObject() || reader.wasCut()) {
            problem("is not a complete JSON object; check its brackets, quotes and commas");
            return unusable();
        }
        String currency = document.text(CURRENCY, "USD");
        if (!currency.equals("USD")) {
            problem("prices are in US dollars, not in " + brief(currency) + "; convert them");
            return unusable();
        }
        for (String key : document.names()) {
            if (!KEYS.contains(key)) {
                problem("unknown key " + brief(key) + " is ignored" + EntryReader.meant(key, KEYS));
            }
        }
        PriceTable table = new PriceTable(entries(document.get(MODELS)), document.text(AS_OF, ""));
        return new PriceFile(table, replaces(document.get(REPLACE)), true, problems);
    }

    private PriceFile unusable() {
        return new PriceFile(new PriceTable(List.of(), ""), false, false, problems);
    }

    private boolean replaces(JsonValue replace) {
        if (replace.isPresent() && !replace.isTrue() && !replace.toJson().equals("false")) {
            problem("\"replace\" must be true or false; the entries go before the built-in ones");
        }
        return replace.isTrue();
    }

    private List<PriceEntry> entries(JsonValue models) {
        List<PriceEntry> entries = new ArrayList<>();
        if (!models.isArray()) {
            problem("has no \"models\": [ … ]; put the entries there");
        }
        int number = 0;
        for (JsonValue model : models.elements()) {
            number++;
            EntryReader reader = new EntryReader(model, compiles);
            PriceEntry entry = reader.read();
            if (entry != null) {
                entries.add(entry);
                continue;
            }
            for (String wrong : reader.problems()) {
                problem("entry " + number + name(model) + " is ignored: " + wrong);
            }
        }
        return entries;
    }

    private static String name(JsonValue model) {
        String name = model.text("model");
        return name == null ? "" : " (" + brief(name) + ')';
    }

    private void problem(String what) {
        problems.add(source + ": " + what);
    }

    /** The last document that was read. No lambda, since the table may well be the first to need one in a process. */
    private static final class Document implements Consumer<JsonValue> {
        private JsonValue value = JsonValue.missing();

        @Override
        public void accept(JsonValue document) {
            value = document;
        }
    }

    /** What a file says, fit for a line of a log. */
    static String brief(String text) {
        StringBuilder brief =
                new StringBuilder(text.length() > MAX_DESCRIBED ? text.substring(0, MAX_DESCRIBED) : text);
        for (int i = 0; i < brief.length(); i++) {
            if (Character.isISOControl(brief.charAt(i))) {
                brief.setCharAt(i, ' ');
            }
        }
        return brief.toString();
    }
}
