package dev.narrative.benchmarks.report;

import dev.narrative.benchmarks.experiments.Contestant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The comparison as text: one line for each figure that was measured, each cell a median with its range. */
public final class Table {
    private static final String ABSENT = "-";
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    private Table() {}

    public static String of(Results results) {
        Table table = new Table();
        table.lines.add(heading());
        for (Row row : Rows.ALL) {
            if (results.has(row.figure())) {
                table.lines.add(line(row, results));
            }
        }
        return table.align();
    }

    private static List<String> heading() {
        List<String> cells = new ArrayList<>();
        cells.add("what");
        for (Contestant contestant : Contestant.values()) {
            cells.add(contestant.label());
        }
        cells.addAll(List.of("ratio", "bar", "met?"));
        return cells;
    }

    private static List<String> line(Row row, Results results) {
        List<String> cells = new ArrayList<>();
        cells.add(row.what());
        for (Contestant contestant : Contestant.values()) {
            Summary summary = results.summary(row.figure(), contestant);
            cells.add(summary == null ? ABSENT : cell(summary, row.decimals()));
        }
        Bar bar = row.bar();
        Measure measure = bar == null ? Measure.ADDED_TO_OPENTELEMETRY : bar.measure();
        OptionalDouble ratio = measure.of(row.figure(), results);
        cells.add(ratio.isEmpty() ? ABSENT : measure.show(ratio.getAsDouble()));
        cells.add(bar == null ? "" : bar.text());
        cells.add(row.judge(results).label());
        return cells;
    }

    static String cell(Summary summary, int decimals) {
        String median = number(summary.median(), decimals);
        return summary.rounds() == 1
                ? median
                : median + " (" + number(summary.min(), decimals) + ".." + number(summary.max(), decimals) + ")";
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private String align() {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder padded = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = line.get(column);
                padded.append(cell)
                        .append(" ".repeat(widths[column] - cell.length()))
                        .append(GAP);
            }
            text.append(padded.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
