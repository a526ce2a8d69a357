package dev.narrative.benchmarks.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The application's one page. */
@RestController
final class StoryController {
    private final StoryTeller teller;

    StoryController(StoryTeller teller) {
        this.teller = teller;
    }

    @GetMapping("/stories/{id}")
    Story story(@PathVariable("id") long id) {
        return teller.tell(id);
    }
}
