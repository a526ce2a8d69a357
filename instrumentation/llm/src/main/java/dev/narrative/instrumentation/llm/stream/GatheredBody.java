package dev.narrative.instrumentation.llm.stream;

import org.jspecify.annotations.Nullable;

/**
 * Gathers the small pieces of a stream once nobody waits for what they say, and has many of them read at once. RATIONALE.md
 * says what that saves.
 */
final class GatheredBody implements BodyReader {
    private static final int ROOM = 8_192;

    private final PieceListener listener;
    private final BodyReader reader;
    private boolean mayWait;
    private byte @Nullable [] gathered;
    private int size;

    /** @param reader tells the same listener */
    GatheredBody(PieceListener listener, BodyReader reader) {
        this.listener = listener;
        this.reader = reader;
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        if (!mayWait) {
            reader.bytes(source, offset, length);
            mayWait = listener.mayWait();
            return;
        }
        if (length > ROOM - size) {
            readGathered();
        }
        if (length > ROOM) {
            reader.bytes(source, offset, length);
        } else {
            gather(source, offset, length);
        }
    }

    @Override
    public void end() {
        readGathered();
        reader.end();
    }

    private void gather(byte[] source, int offset, int length) {
        byte[] room = gathered;
        if (room == null) {
            room = new byte[ROOM];
            gathered = room;
        }
        System.arraycopy(source, offset, room, size, length);
        size += length;
    }

    private void readGathered() {
        int length = size;
        size = 0;
        if (gathered != null && length > 0) {
            reader.bytes(gathered, 0, length);
        }
    }
}
