package dev.narrative.testing.model;

/**
 * A tool that an answer wants called.
 *
 * @param arguments a JSON object
 */
public record ToolCall(String id, String name, String arguments) {}
