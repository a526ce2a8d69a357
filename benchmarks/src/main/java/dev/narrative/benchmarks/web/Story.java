package dev.narrative.benchmarks.web;

import java.util.List;

/** What a request is answered with, as JSON. */
public record Story(long id, String title, List<String> chapters) {
    public Story {
        chapters = List.copyOf(chapters);
    }
}
