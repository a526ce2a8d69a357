package dev.narrative.console.export;

import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.Resource;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trace as OTLP-JSON, a line for each process; journals and Collectors read it. */
final class TraceOtlp implements TraceFormat.Writer {
    @Override
    public String write(TraceSummary trace, List<JournalSpan> spans) {
        Map<String, List<JournalSpan>> ofProcess = new LinkedHashMap<>();
        for (JournalSpan span : spans) {
            ofProcess
                    .computeIfAbsent(key(span.resource()), key -> new ArrayList<>())
                    .add(span);
        }
        JsonWriter out = new JsonWriter(64 * 1_024);
        for (List<JournalSpan> process : ofProcess.values()) {
            new OtlpJsonEncoder(process.get(0).resource()).encode(process, out);
        }
        return out.text();
    }

    /** All that tells one process from another. */
    private static String key(Resource resource) {
        StringBuilder key = new StringBuilder(resource.serviceName());
        resource.attributes()
                .visit(new AttributeTexts((name, value) ->
                        key.append('\0').append(name).append('\0').append(value)));
        return key.toString();
    }
}
