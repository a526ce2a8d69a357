package dev.narrative.benchmarks.report;

import dev.narrative.benchmarks.experiments.Contestant;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How a bar looks at a figure: what of Narrative's is compared, and with what. Medians, unless it says otherwise. */
enum Measure {
    /** What Narrative adds to the run without an agent, as a part of what OpenTelemetry adds. */
    ADDED_TO_OPENTELEMETRY("%.2f of what OpenTelemetry adds") {
        @Override
        OptionalDouble of(String figure, Results results) {
            return divide(
                    added(figure, results, Contestant.NARRATIVE), added(figure, results, Contestant.OPENTELEMETRY));
        }
    },

    /** Narrative's figure as a multiple of the one without an agent. */
    TO_NONE("%.2f of none") {
        @Override
        OptionalDouble of(String figure, Results results) {
            return divide(median(figure, results, Contestant.NARRATIVE), median(figure, results, Contestant.NONE));
        }
    },

    /** What Narrative adds to the run without an agent, in the figure's own unit. */
    ADDED("+%.2f") {
        @Override
        OptionalDouble of(String figure, Results results) {
            return added(figure, results, Contestant.NARRATIVE);
        }
    },

    /** Narrative's figure as it is. */
    VALUE("%.2f") {
        @Override
        OptionalDouble of(String figure, Results results) {
            return median(figure, results, Contestant.NARRATIVE);
        }
    },

    /** The figure without an agent: for what our own code costs an application that has none. */
    OF_NONE("%.2f") {
        @Override
        OptionalDouble of(String figure, Results results) {
            return median(figure, results, Contestant.NONE);
        }
    },

    /** Narrative's figure in its worst round: for what must never happen. */
    WORST("%.0f at worst") {
        @Override
        OptionalDouble of(String figure, Results results) {
            Summary summary = results.summary(figure, Contestant.NARRATIVE);
            return summary == null ? OptionalDouble.empty() : OptionalDouble.of(Math.abs(summary.worst()));
        }
    };

    private final String format;

    Measure(String format) {
        this.format = format;
    }

    /** Empty where someone who is needed for it did not run, or OpenTelemetry added nothing to be a part of. */
    abstract OptionalDouble of(String figure, Results results);

    String show(double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static OptionalDouble median(String figure, Results results, Contestant contestant) {
        @Nullable Summary summary = results.summary(figure, contestant);
        return summary == null ? OptionalDouble.empty() : OptionalDouble.of(summary.median());
    }

    private static OptionalDouble added(String figure, Results results, Contestant contestant) {
        OptionalDouble with = median(figure, results, contestant);
        OptionalDouble without = median(figure, results, Contestant.NONE);
        return with.isEmpty() || without.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(with.getAsDouble() - without.getAsDouble());
    }

    private static OptionalDouble divide(OptionalDouble part, OptionalDouble whole) {
        return part.isEmpty() || whole.isEmpty() || whole.getAsDouble() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(part.getAsDouble() / whole.getAsDouble());
    }
}
