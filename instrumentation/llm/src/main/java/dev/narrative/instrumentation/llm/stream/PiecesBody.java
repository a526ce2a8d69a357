package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.JsonRepetition;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A stream of pieces with a document of JSON each: events, lines, elements of an array. A piece that says the same as the
 * one before it, but for a few values, is told without being read in full; where it comes in parts these are held for so
 * long.
 */
final class PiecesBody implements BodyReader {
    private static final int MOST_HELD = 4_096;

    private final PieceListener listener;
    private final PieceParser parser;
    private final JsonRepetition repetition = new JsonRepetition(Limits.NAMES);
    private @Nullable String repeatedName;
    private byte @Nullable [] held;
    private int heldLength;

    /** @param parser tells the same listener of the pieces that are read in full */
    PiecesBody(PieceListener listener, PieceParser parser) {
        this.listener = listener;
        this.parser = parser;
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        int end = offset + length;
        int at = heldLength > 0 ? goOn(source, offset, end) : offset;
        while (at < end) {
            at = parser.isBetween() ? piece(source, at, end) : parser.read(source, at, end);
        }
    }

    @Override
    public void end() {
        release();
        parser.end();
    }

    /** Takes the piece that begins here, as far as it is here. */
    private int piece(byte[] source, int from, int to) {
        int end = repetition.read(source, from, to);
        if (end >= 0) {
            tell(source[end - 1]);
            return end;
        }
        if (end == JsonRepetition.PART && to - from < MOST_HELD) {
            hold(source, from, to);
            return to;
        }
        end = parser.read(source, from, to);
        if (parser.endedWithOneDocument()
                && repetition.learn(source, from, end, parser.dataStart(), parser.dataEnd())) {
            repeatedName = parser.lastName();
        }
        return end;
    }

    private void tell(byte last) {
        parser.passed(last);
        JsonValue text = repetition.variedText();
        if (text == null) {
            listener.event(repeatedName, repetition.document());
        } else {
            listener.repeatedEvent(repeatedName, repetition.document(), text);
        }
    }

    private void hold(byte[] source, int from, int to) {
        if (held == null) {
            held = new byte[MOST_HELD];
        }
        System.arraycopy(source, from, held, heldLength, to - from);
        heldLength += to - from;
    }

    /** Takes what belongs to the piece that is held, and tells where the next one begins. */
    private int goOn(byte[] source, int from, int to) {
        int before = heldLength;
        int added = Math.min(to - from, MOST_HELD - before);
        hold(source, from, from + added);
        byte[] all = held;
        int end = all == null ? JsonRepetition.OTHER : repetition.read(all, 0, heldLength);
        if (all != null && end >= 0) {
            heldLength = 0;
            tell(all[end - 1]);
            return from + end - before;
        }
        if (end != JsonRepetition.PART || heldLength == MOST_HELD) {
            release();
        }
        return from + added;
    }

    /** Reads in full what is held. */
    private void release() {
        int length = heldLength;
        heldLength = 0;
        for (int at = 0; held != null && at < length; ) {
            at = parser.read(held, at, length);
        }
    }
}
