package dev.narrative.console.cli;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a listing.
 *
 * @param name in a pipe, in lower case and with underscores; it never changes
 * @param header for people
 * @param right whether it is aligned to the right
 * @param wide whether people see it only when they ask for everything
 * @param flexible whether it gives way when the terminal is narrow
 * @param shown a row's text for people
 * @param plain a row's text for programs: full ids, plain numbers, ISO times
 */
record Column<T>(
        String name,
        String header,
        boolean right,
        boolean wide,
        boolean flexible,
        Function<T, String> shown,
        Function<T, String> plain) {

    static <T> Column<T> text(String name, String header, Function<T, String> shown, Function<T, String> plain) {
        return new Column<>(name, header, false, false, false, shown, plain);
    }

    /** A text that may be missing: people see a dash then, programs nothing. */
    static <T> Column<T> flexible(String name, String header, Function<T, @Nullable String> text) {
        return new Column<>(
                name,
                header,
                false,
                false,
                true,
                row -> Shown.text(text.apply(row)),
                row -> Shown.plain(text.apply(row)));
    }

    static <T> Column<T> number(String name, String header, Function<T, String> shown, Function<T, String> plain) {
        return new Column<>(name, header, true, false, false, shown, plain);
    }

    Column<T> onlyWide() {
        return new Column<>(name, header, right, true, flexible, shown, plain);
    }
}
