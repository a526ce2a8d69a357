package dev.narrative.console.store.clickhouse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of an answer in the format TabSeparated; columns are counted from 0. */
final class Row {
    private static final String NULL = "\\N";

    private final List<String> cells;

    private Row(List<String> cells) {
        this.cells = cells;
    }

    static Row parse(String line) {
        List<String> cells = new ArrayList<>();
        int begin = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', begin)) {
            cells.add(line.substring(begin, tab));
            begin = tab + 1;
        }
        cells.add(line.substring(begin));
        return new Row(cells);
    }

    String text(int column) {
        return unescaped(cells.get(column));
    }

    /** The text, {@code null} where it is empty or there is none. */
    @Nullable
    String known(int column) {
        String cell = cells.get(column);
        return cell.isEmpty() || cell.equals(NULL) ? null : unescaped(cell);
    }

    long number(int column) {
        return Long.parseLong(cells.get(column));
    }

    double decimal(int column) {
        return Double.parseDouble(cells.get(column));
    }

    private static String unescaped(String cell) {
        if (cell.indexOf('\\') < 0) {
            return cell;
        }
        StringBuilder text = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c != '\\' || i + 1 == cell.length()) {
                text.append(c);
                continue;
            }
            char escaped = cell.charAt(++i);
            text.append(
                    switch (escaped) {
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        case '0' -> '\0';
                        default -> escaped;
                    });
        }
        return text.toString();
    }
}
