package dev.narrative.benchmarks.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Where the stories are; {@code chapters} is traced by a rule. */
@Repository
public class StoryShelf {
    private static final int CHAPTERS = 10;

    public List<String> chapters(long id) {
        List<String> chapters = new ArrayList<>(CHAPTERS);
        for (int i = 1; i <= CHAPTERS; i++) {
            chapters.add("Chapter " + i + " of " + id);
        }
        return chapters;
    }
}
