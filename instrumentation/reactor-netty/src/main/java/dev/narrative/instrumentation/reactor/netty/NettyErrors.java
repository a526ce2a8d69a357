package dev.narrative.instrumentation.reactor.netty;

import java.net.SocketException;

/** Errors as the JDK names them. */
final class NettyErrors {
    private NettyErrors() {}

    /** The JDK's own exception, where Netty has wrapped a refused connection in a private class of the same kind. */
    static Throwable cause(Throwable error) {
        return error instanceof SocketException
                        && error.getCause() instanceof SocketException cause
                        && error.getClass().getName().startsWith("io.netty.channel.AbstractChannel$Annotated")
                ? cause
                : error;
    }
}
