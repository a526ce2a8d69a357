package dev.narrative.export.otlp;

import dev.narrative.export.delivery.HttpAnswer;
import dev.narrative.export.delivery.HttpStatus;
import dev.narrative.export.delivery.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Reads what ended a gRPC call; the status stands in the trailers, or in the headers when there was nothing else. */
final class GrpcReply {
    private static final int PREFIX = 5;

    private GrpcReply() {}

    static Reply of(HttpResponse response, List<? extends Header> trailers, byte[] body) {
        String status = find("grpc-status", response, trailers);
        if (status == null) {
            return withoutStatus(response);
        }
        GrpcStatus code = GrpcStatus.of(status);
        if (code == GrpcStatus.OK) {
            return body.length > PREFIX && body[0] == 0
                    ? OtlpResponse.taken(Arrays.copyOfRange(body, PREFIX, body.length))
                    : Reply.Taken.ALL;
        }
        String message = find("grpc-message", response, trailers);
        String said = "answered " + code + (message == null ? "" : " (" + HttpAnswer.printable(decoded(message)) + ")");
        long wait = RetryInfo.millis(find("grpc-status-details-bin", response, trailers));
        if (code.isAmbiguous()) {
            return new Reply.Ambiguous(said);
        }
        return code.isTransient(wait != Reply.Later.UNTOLD)
                ? new Reply.Later(said, wait)
                : new Reply.Refused(said + code.advice());
    }

    /** Something between us and the collector answered, in the language of HTTP. */
    private static Reply withoutStatus(HttpResponse response) {
        int status = response.getCode();
        if (HttpStatus.isTransient(status)) {
            return new Reply.Later("answered HTTP " + status);
        }
        return new Reply.Refused("answered HTTP " + status + " without a gRPC status: does gRPC listen there?");
    }

    private static @Nullable String find(String name, HttpResponse response, List<? extends Header> trailers) {
        for (int i = 0; i < trailers.size(); i++) {
            if (trailers.get(i).getName().equalsIgnoreCase(name)) {
                return trailers.get(i).getValue();
            }
        }
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** {@code grpc-message} is percent-encoded. */
    private static String decoded(String message) {
        try {
            return URLDecoder.decode(message.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return message;
        }
    }
}
