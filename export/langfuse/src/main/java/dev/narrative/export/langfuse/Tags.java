package dev.narrative.export.langfuse;

import dev.narrative.core.config.Texts;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tags, written as a list, as a JSON array, or between commas. */
final class Tags {
    private static final int MOST = 50;

    private Tags() {}

    /** All tags of the values, each once and short enough. */
    static List<String> of(@Nullable Object... values) {
        Set<String> tags = new LinkedHashSet<>();
        for (Object value : values) {
            for (String tag : read(value)) {
                if (!tag.isBlank() && tags.size() < MOST) {
                    tags.add(Bounded.text(tag.strip()));
                }
            }
        }
        return List.copyOf(tags);
    }

    private static List<String> read(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        String text = value == null ? "" : value.toString().strip();
        if (!text.startsWith("[")) {
            return Texts.list(text);
        }
        List<String> items = new ArrayList<>();
        for (JsonValue item : JsonReader.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT)
                .elements()) {
            String tag = item.text();
            items.add(tag == null ? item.toJson() : tag);
        }
        return items;
    }
}
