package dev.narrative.testing.agent.delivery;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A collector within the test that receives spans by OTLP over gRPC and keeps them; it refuses when told to. */
final class GrpcSink implements AutoCloseable {
    private static final long LAST_CALLS_SECONDS = 10;

    private final Server server;
    private final int port;
    private final List<ExportTraceServiceRequest> received = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    private GrpcSink(int wantedPort) throws IOException {
        server = Grpc.newServerBuilderForPort(wantedPort, InsecureServerCredentials.create())
                .addService(new Traces())
                .build()
                .start();
        port = server.getPort();
    }

    static GrpcSink start() throws IOException {
        return start(0);
    }

    /** @param port 0 for any that is free; a given one stands for a collector that comes back */
    static GrpcSink start(int port) throws IOException {
        return new GrpcSink(port);
    }

    int port() {
        return port;
    }

    /** Answers from now on that it is not available, and keeps nothing. */
    void refuse() {
        refusing = true;
    }

    /** The requests that were taken. */
    int requests() {
        return received.size();
    }

    /** The spans in the order of arrival. */
    List<Span> spans() {
        return received.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    /** Goes away when what is under way is answered: what is cut off is not sent again. */
    @Override
    public void close() {
        try {
            if (!server.shutdown().awaitTermination(LAST_CALLS_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow().awaitTermination();
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private final class Traces extends TraceServiceGrpc.TraceServiceImplBase {
        @Override
        public void export(
                ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> responseObserver) {
            if (refusing) {
                responseObserver.onError(Status.UNAVAILABLE.asRuntimeException());
                return;
            }
            received.add(request);
            responseObserver.onNext(ExportTraceServiceResponse.getDefaultInstance());
            responseObserver.onCompleted();
        }
    }
}
