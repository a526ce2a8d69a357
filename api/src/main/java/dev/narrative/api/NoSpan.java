package dev.narrative.api;

/** The span that there is without the agent: all that is said to it goes nowhere. */
final class NoSpan implements Generation {
    static final NoSpan NONE = new NoSpan();

    private NoSpan() {}
}
