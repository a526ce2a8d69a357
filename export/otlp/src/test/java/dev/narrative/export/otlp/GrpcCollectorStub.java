package dev.narrative.export.otlp;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector over gRPC that answers as it is told, one answer for each request, and keeps what came. */
final class GrpcCollectorStub implements AutoCloseable {
    /** What a call is answered with. */
    interface Answer {
        void to(StreamObserver<ExportTraceServiceResponse> observer);
    }

    private final Server server;
    private final int port;
    private final Deque<Answer> script = new ArrayDeque<>();
    private final List<ExportTraceServiceRequest> received = new CopyOnWriteArrayList<>();
    private final List<Metadata> headers = new CopyOnWriteArrayList<>();
    private final List<SocketAddress> clients = new CopyOnWriteArrayList<>();

    GrpcCollectorStub(Answer... answers) throws IOException {
        this(0, InsecureServerCredentials.create(), List.of(answers));
    }

    GrpcCollectorStub(int wantedPort, ServerCredentials credentials, List<Answer> answers) throws IOException {
        script.addAll(answers);
        server = Grpc.newServerBuilderForPort(wantedPort, credentials)
                .addService(new Service())
                .intercept(new Recorder())
                .build()
                .start();
        port = server.getPort();
    }

    static Answer ok() {
        return ok(ExportTraceServiceResponse.getDefaultInstance());
    }

    static Answer ok(ExportTraceServiceResponse response) {
        return observer -> {
            observer.onNext(response);
            observer.onCompleted();
        };
    }

    static Answer error(Throwable error) {
        return observer -> observer.onError(error);
    }

    int port() {
        return port;
    }

    String endpoint() {
        return "http://localhost:" + port();
    }

    List<ExportTraceServiceRequest> received() {
        return received;
    }

    List<SocketAddress> clients() {
        return clients;
    }

    String header(int request, String name) {
        return String.valueOf(headers.get(request).get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
    }

    void stop() throws InterruptedException {
        server.shutdownNow().awaitTermination();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private final class Service extends TraceServiceGrpc.TraceServiceImplBase {
        @Override
        public void export(
                ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> responseObserver) {
            received.add(request);
            Answer answer;
            synchronized (script) {
                answer = script.isEmpty() ? ok() : script.remove();
            }
            answer.to(responseObserver);
        }
    }

    private final class Recorder implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata metadata, ServerCallHandler<Q, R> next) {
            headers.add(metadata);
            clients.add(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
            return next.startCall(call, metadata);
        }
    }
}
