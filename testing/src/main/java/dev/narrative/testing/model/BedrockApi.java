package dev.narrative.testing.model;

import java.io.IOException;
import java.util.List;

/** What Bedrock's APIs have in common: the model in the path, errors with their type in a header. */
abstract class BedrockApi implements ModelApi {
    private static final String MODEL = "/model/";

    private final List<String> operations;
    private final String streaming;

    /** @param streaming the operation that streams */
    BedrockApi(String blocking, String streaming) {
        this.operations = List.of(blocking, streaming);
        this.streaming = streaming;
    }

    @Override
    public final boolean serves(String path) {
        return path.startsWith(MODEL) && operations.contains(operation(path));
    }

    final boolean streams(String path) {
        return operation(path).equals(streaming);
    }

    /** An ARN has slashes of its own. */
    static String model(String path) {
        return path.substring(MODEL.length(), path.lastIndexOf('/'));
    }

    @Override
    public final void fail(ModelRequest request, Failure failure, Delivery out) throws IOException {
        out.header("x-amzn-RequestId", "narrative")
                .header("x-amzn-ErrorType", type(failure.status()) + ":http://internal.amazon.com/coral/")
                .error(failure.status(), Json.object().put("message", failure.message()));
    }

    @Override
    public final void failLate(EventSink events) throws IOException {
        events.event("internalServerException", Json.object().put("message", Failure.SERVER_ERROR.message()));
    }

    private static String operation(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String type(int status) {
        return switch (status) {
            case 404 -> "ResourceNotFoundException";
            case 429 -> "ThrottlingException";
            case 500 -> "InternalServerException";
            default -> "ValidationException";
        };
    }
}
