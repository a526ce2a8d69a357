package dev.narrative.testing.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import java.util.List;
import java.util.stream.Stream;

/** The tree of spans below one scenario of a program. */
record Steps(Traces traces) {
    /** Each span below a scenario's, depth first, its name behind as many dots as it is deep. */
    List<String> below(String scenario) {
        return lines(traces.named(scenario), "").toList();
    }

    private Stream<String> lines(RecordedSpan parent, String dots) {
        return traces.childrenOf(parent).stream()
                .flatMap(child -> Stream.concat(Stream.of(dots + child.name()), lines(child, dots + ".")));
    }

    /** The one span of a name below a scenario's. */
    RecordedSpan only(String scenario, String name) {
        List<RecordedSpan> found = all(scenario, name);
        assertThat(found).as("%s below %s in%n%s", name, scenario, traces).hasSize(1);
        return found.get(0);
    }

    List<RecordedSpan> all(String scenario, String name) {
        return descendants(traces.named(scenario))
                .filter(span -> span.name().equals(name))
                .toList();
    }

    /** The tokens of all spans below a scenario's, as a sum over a trace counts them. */
    long inputTokens(String scenario) {
        return descendants(traces.named(scenario))
                .map(span -> span.attribute("gen_ai.usage.input_tokens"))
                .filter(tokens -> tokens != null)
                .mapToLong(Long::parseLong)
                .sum();
    }

    private Stream<RecordedSpan> descendants(RecordedSpan parent) {
        return traces.childrenOf(parent).stream().flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }
}
