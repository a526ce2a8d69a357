package dev.narrative.export.otlp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Carries one encoded request to the collector, once. */
interface OtlpSender extends Closeable {
    /** Never throws for what the network or the collector did; the buffer's position is left alone. */
    Reply send(ByteBuffer request);

    /** Ends a {@link #send} that is under way on another thread, too. */
    @Override
    void close();

    /** gRPC brings an HTTP/2 stack, so that its classes are touched only when it was asked for. */
    static OtlpSender open(OtlpOptions options) throws IOException {
        return options.protocol() == OtlpProtocol.GRPC ? new GrpcSender(options) : new HttpSender(options);
    }
}
