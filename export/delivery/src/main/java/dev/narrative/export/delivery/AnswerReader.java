package dev.narrative.export.delivery;

/** Says what an answer means to those who speak a destination's language. */
public interface AnswerReader {
    Reply read(HttpAnswer answer);
}
