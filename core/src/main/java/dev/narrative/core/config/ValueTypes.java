package dev.narrative.core.config;

import dev.narrative.model.EditDistance;
import dev.narrative.model.masking.SecretPatterns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ways in which values are written. Plain classes, since a first lambda would cost a start-up. */
public final class ValueTypes {
    public static final Setting.Type<Boolean> BOOLEAN = new Bool(false);
    public static final Setting.Type<String> TEXT = new Text();
    public static final Setting.Type<Duration> DURATION = new Durations();
    public static final Setting.Type<Long> SIZE = new Sizes();

    /** Calls per second. */
    public static final Setting.Type<Integer> RATE = new Rates();

    static final Setting.Type<Boolean> INVERTED = new Bool(true);
    static final Setting.Type<Double> RATIO = new Ratio();
    static final Setting.Type<Map<String, String>> PAIRS = new Pairs();
    static final Setting.Type<HostPatterns> HOSTS = new Hosts();
    static final Setting.Type<OtlpEndpoint> OTLP_BASE = new Endpoint(false);
    static final Setting.Type<OtlpEndpoint> OTLP_EXACT = new Endpoint(true);
    static final Setting.Type<List<CorrelationSource>> CORRELATION_SOURCES = new CorrelationSources();
    static final Setting.Type<SecretPatterns> SECRET_PATTERNS = new Patterns();
    static final Setting.Type<Boolean> NAMES_OTLP = new NamesOtlp();
    static final Setting.Type<String> TEMPORALITY_PREFERENCE = new TemporalityPreference();
    static final Setting.Type<List<String>> PROPAGATORS = new StandardPropagators();

    private ValueTypes() {}

    public static Setting.Type<String> oneOf(String... names) {
        return new OneOf(names);
    }

    static Setting.Type<List<String>> someOf(String... names) {
        return new SomeOf(new OneOf(names));
    }

    static Setting.Type<Integer> integer(int min, int max) {
        return new Whole(min, max);
    }

    private record Bool(boolean inverted) implements Setting.Type<Boolean> {
        @Override
        public Boolean parse(String text) {
            if (text.equalsIgnoreCase("true")) {
                return !inverted;
            }
            if (text.equalsIgnoreCase("false")) {
                return inverted;
            }
            throw new IllegalArgumentException("must be true or false");
        }

        @Override
        public String describe() {
            return "true \\| false";
        }
    }

    private record Text() implements Setting.Type<String> {
        @Override
        public String parse(String text) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("must not be empty");
            }
            return text;
        }

        @Override
        public String describe() {
            return "text";
        }
    }

    private record Durations() implements Setting.Type<Duration> {
        private static final String[] UNITS = {"", "ns", "us", "ms", "s", "m", "h", "d"};
        private static final long[] NANOS = {
            1_000_000L, 1L, 1_000L, 1_000_000L, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L, 86_400_000_000_000L
        };

        @Override
        public Duration parse(String text) {
            return Duration.ofNanos(Quantity.parse(text, UNITS, NANOS, "a duration such as 5ms, 2s, 10m, 4h or 90d"));
        }

        @Override
        public String describe() {
            return "duration";
        }
    }

    private record Sizes() implements Setting.Type<Long> {
        private static final String[] UNITS = {"", "b", "kb", "mb", "gb"};
        private static final long[] BYTES = {1L, 1L, 1L << 10, 1L << 20, 1L << 30};

        @Override
        public Long parse(String text) {
            return Quantity.parse(text.toLowerCase(Locale.ROOT), UNITS, BYTES, "a size such as 512KB, 64MB or 2GB");
        }

        @Override
        public String describe() {
            return "size";
        }
    }

    private record Rates() implements Setting.Type<Integer> {
        private static final String[] UNITS = {"/s"};
        private static final long[] PER_SECOND = {1L};

        @Override
        public Integer parse(String text) {
            String expected = "a rate such as 200/s";
            long rate = Quantity.parse(text, UNITS, PER_SECOND, expected);
            if (rate < 1 || rate > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("must be " + expected + ", and at least 1/s");
            }
            return (int) rate;
        }

        @Override
        public String describe() {
            return "rate";
        }
    }

    private record Whole(int min, int max) implements Setting.Type<Integer> {
        @Override
        public Integer parse(String text) {
            try {
                int value = Integer.parseInt(text);
                if (value >= min && value <= max) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // the message below says what is expected
            }
            throw new IllegalArgumentException("must be a whole number from " + min + " to " + max);
        }

        @Override
        public String describe() {
            return "number";
        }
    }

    private record Ratio() implements Setting.Type<Double> {
        @Override
        public Double parse(String text) {
            try {
                double value = Double.parseDouble(text);
                if (value >= 0 && value <= 1) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // the message below says what is expected
            }
            throw new IllegalArgumentException("must be a number from 0.0 to 1.0");
        }

        @Override
        public String describe() {
            return "0.0 to 1.0";
        }
    }

    private static final class OneOf implements Setting.Type<String> {
        private final String[] names;

        OneOf(String[] names) {
            this.names = names;
        }

        @Override
        public String parse(String text) {
            for (String name : names) {
                if (name.equals(text)) {
                    return text;
                }
            }
            String nearest = EditDistance.nearest(text, List.of(names));
            String advice = nearest == null ? "" : "; did you mean " + nearest + "?";
            throw new IllegalArgumentException("must be " + Texts.alternatives(names) + advice);
        }

        @Override
        public String describe() {
            return String.join(" \\| ", names);
        }
    }

    private record SomeOf(OneOf item) implements Setting.Type<List<String>> {
        @Override
        public List<String> parse(String text) {
            List<String> items = Texts.list(text);
            for (String name : items) {
                try {
                    item.parse(name);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("has '" + name + "', which " + e.getMessage(), e);
                }
            }
            return items.stream().distinct().toList();
        }

        @Override
        public String describe() {
            return "list of " + item.describe();
        }
    }

    /** OpenTelemetry's list, to which our own headers are added since it can't name them; others are passed over. */
    private record StandardPropagators() implements Setting.Type<List<String>> {
        @Override
        public List<String> parse(String text) {
            List<String> names = Texts.list(text);
            if (names.contains("none")) {
                return List.of();
            }
            List<String> known = new ArrayList<>();
            for (String name : names) {
                if (name.equals("tracecontext") || name.equals("baggage")) {
                    known.add(name);
                }
            }
            known.add("narrative");
            return List.copyOf(known);
        }

        @Override
        public String describe() {
            return "list";
        }
    }

    /** OpenTelemetry's list of a signal's exporters, of which one is known here. */
    private record NamesOtlp() implements Setting.Type<Boolean> {
        @Override
        public Boolean parse(String text) {
            return Texts.list(text).contains("otlp");
        }

        @Override
        public String describe() {
            return "list";
        }
    }

    /** OpenTelemetry's preference, whose {@code lowmemory} is delta for all that is counted here. */
    private record TemporalityPreference() implements Setting.Type<String> {
        private static final Setting.Type<String> NAMES = oneOf("cumulative", "delta", "lowmemory");

        @Override
        public String parse(String text) {
            String name = NAMES.parse(text.toLowerCase(Locale.ROOT));
            return name.equals("cumulative") ? name : "delta";
        }

        @Override
        public String describe() {
            return NAMES.describe();
        }
    }

    private record Pairs() implements Setting.Type<Map<String, String>> {
        @Override
        public Map<String, String> parse(String text) {
            return PairList.parse(text);
        }

        @Override
        public String describe() {
            return "list of name=value";
        }
    }

    private record Hosts() implements Setting.Type<HostPatterns> {
        @Override
        public HostPatterns parse(String text) {
            return HostPatterns.of(Texts.list(text));
        }

        @Override
        public String describe() {
            return "list of host patterns";
        }
    }

    private record CorrelationSources() implements Setting.Type<List<CorrelationSource>> {
        @Override
        public List<CorrelationSource> parse(String text) {
            List<CorrelationSource> sources = new ArrayList<>();
            for (String item : Texts.list(text)) {
                sources.add(CorrelationSource.parse(item));
            }
            return List.copyOf(sources);
        }

        @Override
        public String describe() {
            return "list of header: \\| cookie: \\| query: \\| baggage: \\| attribute: \\| mdc: and a name";
        }
    }

    private record Patterns() implements Setting.Type<SecretPatterns> {
        @Override
        public SecretPatterns parse(String text) {
            return SecretPatterns.of(Texts.listOfPatterns(text));
        }

        @Override
        public List<String> leftOut(SecretPatterns value) {
            return value.refused();
        }

        @Override
        public String describe() {
            return "list of regular expressions";
        }
    }

    private record Endpoint(boolean exact) implements Setting.Type<OtlpEndpoint> {
        @Override
        public OtlpEndpoint parse(String text) {
            return exact ? OtlpEndpoint.exactly(text) : OtlpEndpoint.base(text);
        }

        @Override
        public String describe() {
            return "URL";
        }
    }
}
