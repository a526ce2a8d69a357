package dev.narrative.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.narrative.benchmarks.experiments.Contestant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The comparison as JSON: every value of every round, beside what the table shows. */
public final class JsonReport {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    /**
     * @param conditions under which it was measured, by name
     * @param problems of single runs, in words
     */
    public static void write(Path file, Map<String, String> conditions, Results results, List<String> problems)
            throws IOException {
        List<Object> figures = new ArrayList<>();
        for (Row row : Rows.ALL) {
            if (results.has(row.figure())) {
                figures.add(figure(row, results));
            }
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("conditions", conditions);
        report.put("figures", figures);
        report.put("problems", problems);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        MAPPER.writeValue(file.toFile(), report);
    }

    private static Map<String, Object> figure(Row row, Results results) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("figure", row.figure());
        json.put("what", row.what());
        for (Contestant contestant : Contestant.values()) {
            Summary summary = results.summary(row.figure(), contestant);
            if (summary != null) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("median", summary.median());
                values.put("min", summary.min());
                values.put("max", summary.max());
                values.put("rounds", results.of(row.figure(), contestant));
                json.put(contestant.label(), values);
            }
        }
        Bar bar = row.bar();
        if (bar != null) {
            json.put("bar", bar(bar, row, results));
        }
        return json;
    }

    private static Map<String, Object> bar(Bar bar, Row row, Results results) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", bar.text());
        json.put("measure", bar.measure().name());
        json.put(bar.atMost() ? "atMost" : "atLeast", bar.limit());
        OptionalDouble value = bar.measure().of(row.figure(), results);
        if (value.isPresent()) {
            json.put("value", value.getAsDouble());
        }
        json.put("verdict", row.judge(results).name());
        return json;
    }
}
