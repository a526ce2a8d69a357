package dev.narrative.testapp;

/** Answers questions about a story from its beats and its chart. */
interface Storyteller {
    Reply ask(StoryRef story, Question question) throws ModelException;
}
