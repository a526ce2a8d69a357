package dev.narrative.console.cli;

import dev.narrative.console.analysis.GivenScore;
import dev.narrative.console.export.TraceJson;
import dev.narrative.model.Ids;
import java.time.Instant;
import java.util.List;

/** Scores as rows. */
final class ScoreListing {
    private ScoreListing() {}

    static Listing<GivenScore> of(Shell shell) {
        Instant now = shell.clock().instant();
        return new Listing<>(
                "scores",
                List.of(
                        Column.flexible("name", "SCORE", given -> given.score().name()),
                        Column.flexible("value", "VALUE", GivenScore::value),
                        Column.text("type", "TYPE", ScoreListing::type, ScoreListing::type),
                        Column.text("target", "OF", GivenScore::target, GivenScore::target),
                        Column.text("span", "SPAN", given -> Shown.text(span(given)), ScoreListing::span),
                        Column.flexible("span_name", "NAME", GivenScore::spanName),
                        Column.number(
                                "time", "AGE", given -> Shown.age(given.epochNanos(), now), given -> Shown.instant(
                                                given.epochNanos())
                                        .toString()),
                        Column.flexible("comment", "WHY", given -> given.score().comment())),
                TraceJson::write,
                given -> false);
    }

    private static String type(GivenScore given) {
        return given.score().value().type().text();
    }

    private static String span(GivenScore given) {
        return given.span() == 0 ? "" : Ids.spanId(given.span());
    }
}
