package dev.narrative.benchmarks.web;

import org.springframework.stereotype.Service;

/** The layer between; {@code tell} is traced by a rule. */
@Service
public class StoryTeller {
    private final StoryShelf shelf;

    StoryTeller(StoryShelf shelf) {
        this.shelf = shelf;
    }

    public Story tell(long id) {
        return new Story(id, "Story " + id, shelf.chapters(id));
    }
}
