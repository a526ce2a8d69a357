package dev.narrative.testapp;

import dev.langchain4j.agent.tool.Tool;
import org.jspecify.annotations.Nullable;

/** What the model may call while it answers about one story. */
final class ChartTool {
    private final StoryStore store;
    private final StoryRef story;

    ChartTool(StoryStore store, StoryRef story) {
        this.store = store;
        this.story = story;
    }

    @Tool("The structural tension chart of the story: what is wanted, what is there, and the next step between them")
    String chart() {
        @Nullable Chart chart = store.findChart(story);
        return chart == null ? "The story has no chart yet." : chart.told();
    }
}
