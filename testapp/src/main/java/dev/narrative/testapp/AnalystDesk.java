package dev.narrative.testapp;

import java.util.concurrent.CompletableFuture;

/** Does the work, with the model. */
record AnalystDesk(StoryAnalyst analyst, ChartService charts, BeatWriter beats, Storyteller storyteller)
        implements StoryDesk {
    @Override
    public Analysis analyse(StoryRef story, Passage passage) throws ModelException {
        return analyst.analyse(story, passage);
    }

    @Override
    public Chart updateChart(StoryRef story, Tension tension) throws ModelException {
        return charts.update(story, tension);
    }

    @Override
    public CompletableFuture<Beat> createBeat(StoryRef story, Passage passage) {
        return beats.write(story, passage);
    }

    @Override
    public Reply ask(StoryRef story, Question question) throws ModelException {
        return storyteller.ask(story, question);
    }
}
