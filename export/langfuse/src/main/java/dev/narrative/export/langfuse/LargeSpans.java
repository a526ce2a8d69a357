package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import java.util.List;

/** Cuts down a span that is too large for a request: a part of it, marked as such, is better than none. */
final class LargeSpans {
    /** Characters that are kept of each text, tried one after the other. */
    static final int[] LENGTHS = {500_000, 100_000, 20_000, 4_000, 500};

    /** The metadata that tells of it. */
    static final String MARK = LangfuseAttributes.METADATA + ".narrative.truncated";

    private LargeSpans() {}

    /** The span with no text longer than {@code length}. */
    static MappedSpan cut(MappedSpan span, int length) {
        Attributes shorter = new Attributes();
        span.fields().visit(new Cutting(shorter, length));
        shorter.put(MARK, true);
        return new MappedSpan(span.span(), shorter);
    }

    private record Cutting(Attributes target, int length) implements AttributeVisitor {
        @Override
        public void string(String key, String value) {
            if (value.length() <= length) {
                target.put(key, value);
                return;
            }
            int end = Character.isHighSurrogate(value.charAt(length - 1)) ? length - 1 : length;
            target.put(key, value.substring(0, end) + "… [cut from " + value.length() + " characters]");
        }

        @Override
        public void integer(String key, long value) {
            target.put(key, value);
        }

        @Override
        public void decimal(String key, double value) {
            target.put(key, value);
        }

        @Override
        public void bool(String key, boolean value) {
            target.put(key, value);
        }

        @Override
        public void strings(String key, List<String> values) {
            target.put(key, values);
        }
    }
}
