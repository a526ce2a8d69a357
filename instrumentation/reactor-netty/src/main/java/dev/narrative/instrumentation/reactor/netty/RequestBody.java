package dev.narrative.instrumentation.reactor.netty;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.http.BodyTap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import reactor.netty.NettyPipeline;

/** Shows a tap what the client writes to a channel, until the request's last message has passed. */
final class RequestBody extends ChannelOutboundHandlerAdapter {
    private final BodyTap tap;

    RequestBody(BodyTap tap) {
        this.tap = tap;
    }

    /** Takes its place next to the client, so that it sees the body before anything encodes it. */
    static void tap(ChannelPipeline pipeline, BodyTap tap) {
        if (pipeline.context(NettyPipeline.ReactiveBridge) == null) {
            tap.cancel();
        } else {
            pipeline.addBefore(NettyPipeline.ReactiveBridge, null, new RequestBody(tap));
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        try {
            TappedBuffers.show(message, tap);
            if (message instanceof LastHttpContent) {
                tap.complete();
                context.pipeline().remove(this);
            }
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
        context.write(message, promise);
    }

    /** The channel was closed before the whole body had passed. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        tap.cancel();
    }
}
