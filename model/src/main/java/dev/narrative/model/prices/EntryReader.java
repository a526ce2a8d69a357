package dev.narrative.model.prices;

import dev.narrative.model.EditDistance;
import dev.narrative.model.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a table, and collects all that is wrong with it. */
final class EntryReader {
    private static final String PROVIDER = "provider";
    private static final String MODEL = "model";
    private static final String MATCH = "match";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String HOURS = "hours_utc";
    private static final String UNPRICED = "unpriced";
    private static final String TIERS = "tiers";
    private static final String ABOVE = "above";
    private static final List<String> KEYS = RateReader.withKeys(
            PROVIDER, MODEL, MATCH, "mode", FROM, UNTIL, HOURS, UNPRICED, TIERS, "note", "confidence");
    private static final List<String> TIER_KEYS = RateReader.withKeys(ABOVE);
    private static final int MAX_PATTERN = 2_000;

    private final JsonValue json;
    private final boolean compiles;
    private final List<String> problems = new ArrayList<>();
    private final RateReader rates = new RateReader(problems);

    EntryReader(JsonValue json, boolean compiles) {
        this.json = json;
        this.compiles = compiles;
    }

    List<String> problems() {
        return problems;
    }

    /** The entry, {@code null} when something is wrong with it. */
    @Nullable
    PriceEntry read() {
        if (!json.isObject()) {
            problems.add("it is not an object { … }");
            return null;
        }
        checkKeys(json, KEYS);
        String provider = text(PROVIDER);
        ModelPattern pattern = pattern();
        Validity validity = validity();
        boolean unpriced = json.get(UNPRICED).isTrue();
        Rates own = rates.read(json);
        if (!unpriced && own.input() == null && !RateReader.has(json, RateReader.INPUT)) {
            problems.add("it has no price; add \"input_per_million\" and \"output_per_million\"");
        }
        List<Tier> tiers = tiers();
        if (pattern == null || !problems.isEmpty()) {
            return null;
        }
        String canonical = provider == null ? null : Providers.canonical(provider);
        return new PriceEntry(canonical, label(), pattern, validity, unpriced ? null : own, tiers);
    }

    /** A clause that names what may have been meant; empty when nothing is near. */
    static String meant(String key, List<String> known) {
        String nearest = EditDistance.nearest(key, known);
        return nearest == null ? "; known are " + String.join(", ", known) : "; did you mean " + nearest + "?";
    }

    /** The model's name, or the expression where it is not named. */
    private String label() {
        return json.text(MODEL, json.text(MATCH, ""));
    }

    private void checkKeys(JsonValue object, List<String> known) {
        List<String> seen = new ArrayList<>();
        for (String key : object.names()) {
            if (!known.contains(key)) {
                problems.add("unknown key " + PriceFileReader.brief(key) + meant(key, known));
            } else if (seen.contains(key)) {
                problems.add(key + " is there twice; delete one");
            }
            seen.add(key);
        }
    }

    private @Nullable ModelPattern pattern() {
        String model = text(MODEL);
        String match = text(MATCH);
        if (match == null) {
            if (model == null && !json.has(MODEL)) {
                problems.add("it names no model; add \"model\": \"…\"");
            }
            return model == null ? null : ModelPattern.ofName(model);
        }
        if (match.length() > MAX_PATTERN) {
            problems.add("match is longer than " + MAX_PATTERN + " characters; make several entries of it");
            return null;
        }
        ModelPattern pattern = ModelPattern.ofRegex(match);
        try {
            if (compiles) {
                pattern.compile();
            }
        } catch (PatternSyntaxException wrong) {
            problems.add("match is not a regular expression, " + PriceFileReader.brief(wrong.getDescription())
                    + " near character " + (wrong.getIndex() + 1) + "; leave it out to match the model's name alone");
        }
        return pattern;
    }

    private Validity validity() {
        LocalDate from = date(FROM);
        LocalDate until = date(UNTIL);
        if (from != null && until != null && !until.isAfter(from)) {
            problems.add("until is not after from: it never holds");
        }
        String hours = text(HOURS);
        if (from == null && until == null && hours == null) {
            return Validity.ALWAYS;
        }
        try {
            return new Validity(from, until, hours == null ? null : Validity.Hours.parse(hours));
        } catch (DateTimeParseException wrong) {
            problems.add(HOURS + " must be like 00:30-16:30, not " + PriceFileReader.brief(String.valueOf(hours)));
            return Validity.ALWAYS;
        }
    }

    private @Nullable LocalDate date(String key) {
        String text = text(key);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            problems.add(key + " must be a date such as 2027-01-31, not " + PriceFileReader.brief(text));
            return null;
        }
    }

    private List<Tier> tiers() {
        List<Tier> tiers = new ArrayList<>();
        JsonValue list = json.get(TIERS);
        if (list.isPresent() && !list.isArray()) {
            problems.add("tiers must be a list [ … ]");
        }
        for (JsonValue tier : list.elements()) {
            checkKeys(tier, TIER_KEYS);
            long above = tier.get(ABOVE).integer(-1);
            if (above < 0) {
                problems.add("a tier needs \"above\", the number of input tokens beyond which it holds");
            }
            tiers.add(new Tier(above, rates.read(tier)));
        }
        if (tiers.size() > 1) {
            tiers.sort(Comparator.comparingLong(Tier::above).reversed());
        }
        return tiers;
    }

    private @Nullable String text(String key) {
        JsonValue value = json.get(key);
        String text = value.text();
        if (value.isPresent() && (text == null || text.isBlank())) {
            problems.add(key + " must be a text");
            return null;
        }
        return text == null ? null : text.strip();
    }
}
