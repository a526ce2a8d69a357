package dev.narrative.instrumentation.spring.ai;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.ai.document.Document;

/** A document that was found, as plain values. */
final class Documents {
    private Documents() {}

    static Map<String, Object> of(Document document) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("id", document.getId());
        Double score = document.getScore();
        if (score != null) {
            plain.put("score", score);
        }
        String text = document.getText();
        if (text != null) {
            plain.put("text", text);
        }
        return plain;
    }
}
