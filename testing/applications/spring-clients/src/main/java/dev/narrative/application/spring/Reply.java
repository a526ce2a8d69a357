package dev.narrative.application.spring;

/** What came back. */
public record Reply(int status, byte[] body) {}
