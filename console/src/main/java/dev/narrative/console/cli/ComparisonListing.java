package dev.narrative.console.cli;

import dev.narrative.console.analysis.ComparedSpan;
import dev.narrative.console.export.ComparisonJson;
import dev.narrative.model.Ids;
import dev.narrative.model.tree.Quantities;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The spans of two traces side by side as rows. */
final class ComparisonListing {
    private final Terminal terminal;

    private ComparisonListing(Terminal terminal) {
        this.terminal = terminal;
    }

    static Listing<ComparedSpan> of(Shell shell) {
        return new ComparisonListing(shell.terminal()).listing();
    }

    private Listing<ComparedSpan> listing() {
        return new Listing<>(
                "spans",
                List.of(
                        Column.text("change", "CHANGE", ComparisonListing::sign, row -> row.change()
                                .word()),
                        Column.<ComparedSpan>number("depth", "DEPTH", row -> row.depth() + "", row -> row.depth() + "")
                                .onlyWide(),
                        new Column<>("name", "SPAN", false, false, true, ComparisonListing::indented, row -> row.known()
                                .span()
                                .name()),
                        duration("before_ms", "BEFORE", ComparedSpan::before),
                        duration("after_ms", "AFTER", ComparedSpan::after),
                        Column.number("diff_ms", "DIFF", this::difference, ComparisonListing::plainDifference),
                        tokens("before_input_tokens", "TOKENS", ComparedSpan::before),
                        output("before_output_tokens", "OUTPUT", ComparedSpan::before),
                        tokens("after_input_tokens", "AFTER", ComparedSpan::after),
                        output("after_output_tokens", "OUTPUT AFTER", ComparedSpan::after),
                        cost("before_cost", "COST", ComparedSpan::before),
                        cost("after_cost", "AFTER", ComparedSpan::after),
                        Column.flexible("differs", "DIFFERS", row -> String.join(", ", row.differences())),
                        id("before_span", "BEFORE", ComparedSpan::before),
                        id("after_span", "AFTER", ComparedSpan::after)),
                ComparisonJson::write,
                ComparisonListing::isAlarming);
    }

    /** A span's side of the comparison. */
    private interface Which extends Function<ComparedSpan, ComparedSpan.@Nullable Side> {}

    /** What is shown of a side, or of one that is not there. */
    private static Function<ComparedSpan, String> of(
            Which which, String otherwise, Function<ComparedSpan.Side, String> text) {
        return row -> {
            ComparedSpan.Side side = which.apply(row);
            return side == null ? otherwise : text.apply(side);
        };
    }

    private Column<ComparedSpan> duration(String name, String header, Which which) {
        return Column.number(
                name,
                header,
                of(which, Shown.NOTHING, side -> Quantities.duration(side.duration(), terminal.ascii())),
                of(which, "", side -> Shown.millis(side.duration())));
    }

    /** People see both kinds of tokens in one column. */
    private Column<ComparedSpan> tokens(String name, String header, Which which) {
        return Column.number(
                name,
                header,
                of(
                        which,
                        Shown.NOTHING,
                        side -> Shown.tokens(
                                side.facts().inputTokens(), side.facts().outputTokens(), terminal)),
                of(which, "", side -> side.facts().inputTokens() + ""));
    }

    private static Column<ComparedSpan> output(String name, String header, Which which) {
        Function<ComparedSpan, String> text = of(which, "", side -> side.facts().outputTokens() + "");
        return Column.number(name, header, text, text).onlyWide();
    }

    private static Column<ComparedSpan> cost(String name, String header, Which which) {
        return Column.number(
                name,
                header,
                of(which, Shown.NOTHING, side -> Shown.cost(side.facts().cost())),
                of(which, "", side -> Shown.plainCost(side.facts().cost())));
    }

    private static Column<ComparedSpan> id(String name, String header, Which which) {
        Function<ComparedSpan, String> text =
                of(which, "", side -> Ids.spanId(side.span().spanId()));
        return Column.text(name, header + " ID", text, text).onlyWide();
    }

    private static String sign(ComparedSpan row) {
        return switch (row.change()) {
            case SAME -> "=";
            case CHANGED -> "~ changed";
            case ADDED -> "+ added";
            case REMOVED -> "- removed";
        };
    }

    private static String indented(ComparedSpan row) {
        return "  ".repeat(Math.min(row.depth(), 20)) + row.known().span().name();
    }

    private String difference(ComparedSpan row) {
        ComparedSpan.Side before = row.before();
        ComparedSpan.Side after = row.after();
        if (before == null || after == null) {
            return Shown.NOTHING;
        }
        long nanos = after.duration() - before.duration();
        return (nanos < 0 ? "-" : "+") + Quantities.duration(Math.abs(nanos), terminal.ascii());
    }

    private static String plainDifference(ComparedSpan row) {
        ComparedSpan.Side before = row.before();
        ComparedSpan.Side after = row.after();
        return before == null || after == null ? "" : Shown.millis(after.duration() - before.duration());
    }

    /** Whether something failed that did not fail before. */
    private static boolean isAlarming(ComparedSpan row) {
        ComparedSpan.Side before = row.before();
        ComparedSpan.Side after = row.after();
        return after != null && after.failed() && (before == null || !before.failed());
    }
}
