package dev.narrative.applications.apache4;

/** A response that has been read to its end. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Reply(int status, byte[] body) {}
