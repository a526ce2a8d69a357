package dev.narrative.testapp;

/**
 * What one universe finds in a passage.
 *
 * @param weight how much it finds, in words
 */
record Reading(Universe universe, String text, int weight) {}
