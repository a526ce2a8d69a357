package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.instrumentation.http.BodyTap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.ByteBufUtil;
import java.nio.ByteBuffer;

/** Shows the bytes of Netty's messages to a tap; buffers keep their indices and their reference counts. */
final class TappedBuffers {
    private TappedBuffers() {}

    static void show(Object message, BodyTap tap) {
        if (message instanceof ByteBuf bytes) {
            show(bytes, tap);
        } else if (message instanceof ByteBufHolder holder) {
            show(holder.content(), tap);
        }
    }

    private static void show(ByteBuf bytes, BodyTap tap) {
        int length = bytes.readableBytes();
        if (length == 0) {
            return;
        }
        if (bytes.hasArray()) {
            tap.bytes(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), length);
        } else if (bytes.nioBufferCount() > 0) {
            for (ByteBuffer part : bytes.nioBuffers()) {
                tap.bytes(part);
            }
        } else {
            tap.bytes(ByteBufUtil.getBytes(bytes), 0, length);
        }
    }
}
