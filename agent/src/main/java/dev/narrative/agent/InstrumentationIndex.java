package dev.narrative.agent;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.config.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which classes which instrumentation weaves, by internal name. It is written when the agent is built, so that a JVM
 * that starts loads no instrumentation before a class of its library.
 */
final class InstrumentationIndex {
    static final String RESOURCE = "narrative-instrumentations.index";

    private final Map<String, List<Entry>> byType;

    private InstrumentationIndex(Map<String, List<Entry>> byType) {
        this.byType = byType;
    }

    /** A module that weaves a class: the instrumentation's name and the module's class. */
    record Entry(String name, String moduleClass) {}

    static InstrumentationIndex read(ClassLoader loader) throws IOException {
        Map<String, List<Entry>> byType = new HashMap<>();
        InputStream in = loader.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IOException("the agent's jar lacks " + RESOURCE + "; build it anew");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int first = line.indexOf('\t');
                int second = line.indexOf('\t', first + 1);
                Entry entry = new Entry(line.substring(first + 1, second), line.substring(second + 1));
                String type = line.substring(0, first);
                List<Entry> entries = byType.get(type);
                if (entries == null) {
                    entries = new ArrayList<>(1);
                    byType.put(type, entries);
                }
                entries.add(entry);
            }
        }
        return new InstrumentationIndex(byType);
    }

    @Nullable
    List<Entry> find(String internalName) {
        return byType.get(internalName);
    }

    /** Leaves out the instrumentations that are switched off. */
    InstrumentationIndex enabledBy(AgentConfig config) {
        Map<String, List<Entry>> kept = new HashMap<>();
        for (Map.Entry<String, List<Entry>> type : byType.entrySet()) {
            List<Entry> entries = new ArrayList<>(1);
            for (Entry entry : type.getValue()) {
                if (config.get(Settings.INSTRUMENTATION, entry.name())) {
                    entries.add(entry);
                }
            }
            if (!entries.isEmpty()) {
                kept.put(type.getKey(), entries);
            }
        }
        return new InstrumentationIndex(kept);
    }
}
