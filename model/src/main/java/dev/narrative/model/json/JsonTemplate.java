package dev.narrative.model.json;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with one JSON object in it, which comes again and again with other values in a few slots. Another text of its kind
 * is told by comparing bytes, and read by putting the values of those slots into the tree of the first: without looking at
 * any other token. What is not exactly of its kind is not told at all.
 */
final class JsonTemplate {
    static final int OTHER = -1;
    static final int PART = -2;

    private static final int MOST_SLOTS = 64;
    private static final int LONGEST_WORD = 64;

    private final byte[] sample;
    private final List<JsonSlot> slots;
    private final JsonValue document;

    /** The slots whose values differ from text to text. */
    private JsonSlot[] varying = {};

    /** Whether all that varies, of what is wanted, is one string. */
    private boolean variesInText;

    private @Nullable JsonValue text;

    private int[] starts = {};
    private int[] ends = {};
    private boolean[] escaped = {};
    private @Nullable JsonValue[] words = {};
    private final char[] word = new char[LONGEST_WORD];

    private JsonTemplate(byte[] sample, JsonSlots read) {
        this.sample = sample;
        this.slots = read.all();
        this.document = read.document();
    }

    /**
     * The template of a text.
     *
     * @param from where the object begins in the text
     * @param to where it ends
     * @return {@code null} when there is no object, or one with too many values
     */
    static @Nullable JsonTemplate of(byte[] text, int from, int to, JsonNames names) {
        JsonSlots read = JsonSlots.of(text, from, to, names);
        return read == null || read.all().size() > MOST_SLOTS ? null : new JsonTemplate(text, read);
    }

    /** Learns from the text before which slots vary, when that was of the same kind. */
    void follow(JsonTemplate last) {
        if (!isLike(last)) {
            return;
        }
        varying = new JsonSlot[slots.size()];
        int count = 0;
        for (int i = 0; i < slots.size(); i++) {
            JsonSlot here = slots.get(i);
            JsonSlot there = last.slots.get(i);
            boolean varied = Arrays.asList(last.varying).contains(there);
            if (varied || !Arrays.equals(sample, here.start, here.end, last.sample, there.start, there.end)) {
                varying[count++] = here;
            }
        }
        varying = Arrays.copyOf(varying, count);
        variesInText = variesInText();
        starts = new int[count];
        ends = new int[count];
        escaped = new boolean[count];
        words = new JsonValue[count];
    }

    private boolean variesInText() {
        int texts = 0;
        for (JsonSlot slot : varying) {
            if (slot.isWanted()) {
                texts += slot.isString ? 1 : 2;
            }
        }
        return texts == 1;
    }

    private boolean isLike(JsonTemplate last) {
        if (slots.size() != last.slots.size()) {
            return false;
        }
        int at = 0;
        int lastAt = 0;
        for (int i = 0; i < slots.size(); i++) {
            JsonSlot here = slots.get(i);
            JsonSlot there = last.slots.get(i);
            if (here.isString != there.isString
                    || !Arrays.equals(sample, at, here.start, last.sample, lastAt, there.start)) {
                return false;
            }
            at = here.end;
            lastAt = there.end;
        }
        return Arrays.equals(sample, at, sample.length, last.sample, lastAt, last.sample.length);
    }

    /** The tree of the last text that was read; the next one changes it. */
    JsonValue document() {
        return document;
    }

    /** The string of the last text that was read, when that is all that varies. */
    @Nullable
    JsonValue variedText() {
        return variesInText ? text : null;
    }

    /**
     * Reads the text that begins here.
     *
     * @return where it ends; {@link #OTHER} when it is not of this kind, {@link #PART} when it may be and is not whole
     */
    int read(byte[] source, int from, int to) {
        int at = from;
        int known = 0;
        for (int i = 0; i < varying.length; i++) {
            JsonSlot slot = varying[i];
            at = same(known, slot.start, source, at, to);
            if (at < 0) {
                return at;
            }
            starts[i] = at;
            at = slot.isString ? string(i, source, at, to) : word(i, source, at, to);
            if (at < 0) {
                return at;
            }
            ends[i] = at;
            known = slot.end;
        }
        int end = same(known, sample.length, source, at, to);
        if (end >= 0) {
            fill(source);
        }
        return end;
    }

    private int same(int knownFrom, int knownTo, byte[] source, int from, int to) {
        int end = Math.min(to, from + knownTo - knownFrom);
        if (!Arrays.equals(sample, knownFrom, knownFrom + end - from, source, from, end)) {
            return OTHER;
        }
        return end - from == knownTo - knownFrom ? end : PART;
    }

    /** Where a string ends, which it does not where a line does before. */
    private int string(int slot, byte[] source, int from, int to) {
        boolean hasEscapes = false;
        for (int at = from; at < to; at++) {
            byte c = source[at];
            if (c == '"') {
                escaped[slot] = hasEscapes;
                return at;
            }
            if (c == '\\') {
                hasEscapes = true;
                at++;
                if (at == to) {
                    return PART;
                }
                if (isControl(source[at])) {
                    return OTHER;
                }
            } else if (isControl(c)) {
                return OTHER;
            }
        }
        return PART;
    }

    private static boolean isControl(byte c) {
        return c >= 0 && c < ' ';
    }

    /** Where a number or literal ends. */
    private int word(int slot, byte[] source, int from, int to) {
        int length = 0;
        while (from + length < to && JsonScanner.isWord(source[from + length])) {
            if (length == LONGEST_WORD) {
                return OTHER;
            }
            word[length] = (char) source[from + length];
            length++;
        }
        if (from + length == to) {
            return PART;
        }
        JsonValue value = length == 0 ? null : JsonWords.value(word, length);
        words[slot] = value;
        return value == null ? OTHER : from + length;
    }

    private void fill(byte[] source) {
        for (int i = 0; i < varying.length; i++) {
            JsonSlot slot = varying[i];
            JsonValue value = words[i];
            if (!slot.isWanted()) {
                continue;
            }
            if (slot.isString || value == null) {
                value = JsonStrings.whole(source, starts[i], ends[i], escaped[i]);
                text = value;
            }
            slot.set(value);
        }
    }
}
