package dev.narrative.testapp;

/** What the storyteller says to a question. */
record Reply(String storyId, String text) {}
