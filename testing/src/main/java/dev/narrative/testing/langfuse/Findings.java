package dev.narrative.testing.langfuse;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What Langfuse would have dropped, changed or put where nobody finds it. */
final class Findings {
    private final List<String> all = new CopyOnWriteArrayList<>();

    void add(String finding) {
        all.add(finding);
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
