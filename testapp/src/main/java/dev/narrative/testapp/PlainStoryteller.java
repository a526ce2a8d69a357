package dev.narrative.testapp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the model once, with the chart and the latest beats in the prompt. */
final class PlainStoryteller implements Storyteller {
    private static final String INSTRUCTION = "You are the storyteller: answer from the chart and the beats below.";
    private static final int BEATS = 3;

    private final ModelClient model;
    private final StoryStore store;

    PlainStoryteller(ModelClient model, StoryStore store) {
        this.model = model;
        this.store = store;
    }

    @Override
    public Reply ask(StoryRef story, Question question) throws ModelException {
        StringBuilder prompt = new StringBuilder();
        @Nullable Chart chart = store.findChart(story);
        if (chart != null) {
            prompt.append(chart.told()).append('\n');
        }
        List<Beat> beats = store.findBeats(story);
        for (Beat beat : beats.subList(Math.max(0, beats.size() - BEATS), beats.size())) {
            prompt.append(beat.told()).append('\n');
        }
        return new Reply(
                story.storyId(),
                model.complete(INSTRUCTION, prompt.append(question.text()).toString()));
    }
}
