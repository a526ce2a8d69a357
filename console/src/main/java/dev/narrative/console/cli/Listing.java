package dev.narrative.console.cli;

import dev.narrative.model.json.JsonWriter;
import dev.narrative.model.tree.TerminalText;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Rows of one kind and how they are written.
 *
 * @param plural what the rows are, in JSON
 * @param json writes a row as an object
 * @param alarming whether a row is about something that failed
 */
record Listing<T>(String plural, List<Column<T>> columns, BiConsumer<T, JsonWriter> json, Predicate<T> alarming) {
    Listing {
        columns = List.copyOf(columns);
    }

    /** Writes rows; {@code next} is where the next page goes on, empty at the end. */
    void write(List<T> rows, String next, OutputFormat format, Shell shell) {
        switch (format) {
            case table, wide ->
                new TableText<>(this, shell.terminal()).write(rows, format == OutputFormat.wide, shell.out());
            case tsv -> tsv(rows, shell);
            case md -> markdown(rows, shell);
            case json -> json(rows, next, shell);
            case jsonl -> jsonl(rows, shell);
        }
        shell.out().flush();
    }

    void tsvHeader(Shell shell) {
        shell.out().println(String.join("\t", columns.stream().map(Column::name).toList()));
    }

    void tsvRow(T row, Shell shell) {
        shell.out()
                .println(String.join(
                        "\t",
                        columns.stream()
                                .map(column -> TerminalText.clean(column.plain().apply(row)))
                                .toList()));
    }

    private void tsv(List<T> rows, Shell shell) {
        tsvHeader(shell);
        rows.forEach(row -> tsvRow(row, shell));
    }

    private void markdown(List<T> rows, Shell shell) {
        shell.out()
                .println("| "
                        + String.join(
                                " | ", columns.stream().map(Column::header).toList()) + " |");
        shell.out()
                .println("|"
                        + String.join(
                                "|",
                                columns.stream()
                                        .map(column -> column.right() ? "---:" : "---")
                                        .toList()) + "|");
        for (T row : rows) {
            shell.out()
                    .println("| "
                            + String.join(
                                    " | ",
                                    columns.stream()
                                            .map(column -> TerminalText.clean(
                                                            column.shown().apply(row))
                                                    .replace("\\", "\\\\")
                                                    .replace("|", "\\|"))
                                            .toList())
                            + " |");
        }
    }

    private void json(List<T> rows, String next, Shell shell) {
        JsonWriter out = new JsonWriter(4_096);
        out.beginObject().name(plural).beginArray();
        rows.forEach(row -> json.accept(row, out));
        out.endArray();
        if (!next.isEmpty()) {
            out.name("next").value(next);
        }
        out.endObject();
        shell.out().println(out.text());
    }

    private void jsonl(List<T> rows, Shell shell) {
        for (T row : rows) {
            JsonWriter out = new JsonWriter(1_024);
            json.accept(row, out);
            shell.out().println(out.text());
        }
    }
}
