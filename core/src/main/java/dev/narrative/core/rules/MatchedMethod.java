package dev.narrative.core.rules;

/** A method that a rule traces. */
public record MatchedMethod(Rule rule, String name, String descriptor) {}
