package dev.narrative.console.cli;

import dev.narrative.model.tree.TerminalText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A listing as an aligned table, which gives up the end of flexible columns where the terminal is narrow. */
final class TableText<T> {
    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final Listing<T> listing;
    private final Terminal terminal;

    TableText(Listing<T> listing, Terminal terminal) {
        this.listing = listing;
        this.terminal = terminal;
    }

    void write(List<T> rows, boolean wide, PrintWriter out) {
        List<Column<T>> columns = listing.columns().stream()
                .filter(column -> wide || !column.wide())
                .toList();
        List<List<String>> cells = new ArrayList<>();
        for (T row : rows) {
            cells.add(columns.stream()
                    .map(column -> TerminalText.clean(column.shown().apply(row)))
                    .toList());
        }
        int[] widths = widths(columns, cells);
        if (terminal.interactive()) {
            shrink(columns, widths);
        }
        List<String> headers = columns.stream().map(Column::header).toList();
        out.println(terminal.bold(line(columns, headers, widths)));
        for (int i = 0; i < rows.size(); i++) {
            String line = line(columns, cells.get(i), widths);
            out.println(listing.alarming().test(rows.get(i)) ? terminal.red(line) : line);
        }
    }

    private int[] widths(List<Column<T>> columns, List<List<String>> cells) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = TerminalText.width(columns.get(i).header());
            for (List<String> row : cells) {
                widths[i] = Math.max(widths[i], TerminalText.width(row.get(i)));
            }
        }
        return widths;
    }

    /** Takes from the widest flexible column until all fit, or none can give more. */
    private void shrink(List<Column<T>> columns, int[] widths) {
        int total = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        while (total > terminal.width()) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean gives = columns.get(i).flexible() && widths[i] > NARROWEST;
                if (gives && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            int others = total - widths[widest];
            int least = Math.max(NARROWEST, secondWidest(columns, widths, widest));
            int target = Math.max(Math.min(widths[widest] - 1, least), terminal.width() - others);
            widths[widest] = Math.max(NARROWEST, Math.min(widths[widest] - 1, target));
            total = others + widths[widest];
        }
    }

    private int secondWidest(List<Column<T>> columns, int[] widths, int widest) {
        int second = 0;
        for (int i = 0; i < widths.length; i++) {
            if (i != widest && columns.get(i).flexible()) {
                second = Math.max(second, widths[i]);
            }
        }
        return second;
    }

    private String line(List<Column<T>> columns, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = TerminalText.fit(cells.get(i), widths[i], terminal.ellipsis());
            String blanks = " ".repeat(widths[i] - TerminalText.width(cell));
            boolean last = i == widths.length - 1;
            line.append(i == 0 ? "" : GAP).append(columns.get(i).right() ? blanks : "");
            line.append(cell).append(columns.get(i).right() || last ? "" : blanks);
        }
        return line.toString().stripTrailing();
    }
}
