package dev.narrative.console.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks at a page as axe-core does: for what keeps people out who can't see or point. */
final class Axe {
    private static final String SOURCE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String RUN = """
            async () => {
              const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] });
              return JSON.stringify(found.violations
                .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
                .map((violation) => violation.id + ': ' + violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)
                  + ' ' + node.failureSummary.replace(/\\s+/g, ' ').slice(0, 200)).join(' | ')));
            }""";

    private final String source;

    Axe() throws IOException {
        try (InputStream in = Axe.class.getClassLoader().getResourceAsStream(SOURCE)) {
            source = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is serious or critical; nothing else is told. */
    List<String> serious(Page page) {
        page.evaluate(source);
        List<String> found = new ArrayList<>();
        for (JsonElement violation :
                JsonParser.parseString((String) page.evaluate(RUN)).getAsJsonArray()) {
            found.add(violation.getAsString());
        }
        return found;
    }
}
