package dev.narrative.instrumentation.llm.stream;

import org.jspecify.annotations.Nullable;

/**
 * An answer of whatever form: what its bytes are counts more than what its headers say, which servers and proxies get
 * wrong.
 */
public final class AnswerBody implements BodyReader {
    /** The form in which a stream was asked for. */
    public enum Form {
        /** One document, or events. */
        WHOLE,
        /** A document on each line, when it is not events. */
        LINES,
        /** An array whose elements come one by one, when it is not events. */
        ARRAY
    }

    /** A byte order mark, which no format wants and some servers send. */
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final PieceListener listener;
    private final Form form;
    private final boolean isEventStream;
    private int marks;
    private @Nullable BodyReader reader;

    /** @param contentType the header's value, which only tells binary from text */
    public AnswerBody(PieceListener listener, Form form, @Nullable String contentType) {
        this.listener = listener;
        this.form = form;
        String wanted = EventStreamBody.CONTENT_TYPE;
        this.isEventStream = contentType != null && contentType.regionMatches(true, 0, wanted, 0, wanted.length());
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        int at = offset;
        int end = offset + length;
        BodyReader known = reader;
        if (known == null) {
            while (at < end && isBefore(source[at])) {
                at++;
            }
            if (at == end) {
                return;
            }
            known = readerFor(source[at]);
            reader = known;
        }
        known.bytes(source, at, end - at);
    }

    @Override
    public void end() {
        if (reader != null) {
            reader.end();
        }
    }

    private BodyReader readerFor(byte first) {
        // The first byte of a frame's length, whatever the header says; errors come as JSON, whatever it says.
        if (first == 0 || (isEventStream && first != '{')) {
            return new GatheredBody(listener, new EventStreamBody(listener));
        }
        if (first == GzipBody.FIRST_BYTE) {
            return new GzipBody(new AnswerBody(listener, form, null));
        }
        if (first != '{' && first != '[') {
            return pieces(new SseParser(listener));
        }
        return switch (form) {
            case LINES -> pieces(new LineParser(listener));
            case ARRAY -> pieces(new ElementParser(listener));
            default -> JsonBody.answer(listener);
        };
    }

    private BodyReader pieces(PieceParser parser) {
        return new GatheredBody(listener, new PiecesBody(listener, parser));
    }

    /** Whether a byte may stand before the body itself. */
    private boolean isBefore(byte c) {
        if (marks < MARK.length && c == MARK[marks]) {
            marks++;
            return true;
        }
        return !isEventStream && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
    }
}
