package dev.narrative.testapp;

/**
 * One beat of a story.
 *
 * @param number the place in the story, from 1
 */
record Beat(String storyId, int number, String prose) {
    /** As a model reads it. */
    String told() {
        return "Beat " + number + ": " + prose;
    }
}
