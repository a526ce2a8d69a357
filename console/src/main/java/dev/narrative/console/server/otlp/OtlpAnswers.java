package dev.narrative.console.server.otlp;

import dev.narrative.console.server.http.Answers;
import dev.narrative.console.server.http.Problem;
import dev.narrative.model.json.JsonWriter;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The answers of OTLP over HTTP, in the encoding of the request. */
final class OtlpAnswers {
    static final String PROTOBUF = "application/x-protobuf";

    /** {@code google.rpc.Code}'s INVALID_ARGUMENT and UNAVAILABLE. */
    private static final int INVALID = 3;

    private static final int UNAVAILABLE = 14;

    private OtlpAnswers() {}

    /** An {@code ExportTraceServiceResponse}; with its partial success when spans were rejected. */
    static void exported(Context ctx, boolean json, int rejected, String problem) {
        ctx.status(200).contentType(json ? Answers.JSON : PROTOBUF);
        if (json) {
            JsonWriter out = new JsonWriter(256);
            out.beginObject();
            if (rejected > 0) {
                out.name("partialSuccess").beginObject();
                out.name("rejectedSpans").quoted(rejected);
                out.name("errorMessage").value(problem);
                out.endObject();
            }
            out.endObject();
            ctx.result(Arrays.copyOf(out.buffer(), out.size()));
            return;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (rejected > 0) {
            ByteArrayOutputStream partial = new ByteArrayOutputStream();
            varintField(1, rejected, partial);
            bytesField(2, problem.getBytes(StandardCharsets.UTF_8), partial);
            bytesField(1, partial.toByteArray(), out);
        }
        ctx.result(out.toByteArray());
    }

    /** A {@code google.rpc.Status}, as OTLP wants it for what fails. */
    static void failed(Context ctx, boolean json, Problem problem) {
        int code = problem.retryAfterSeconds() > 0 ? UNAVAILABLE : INVALID;
        if (problem.retryAfterSeconds() > 0) {
            ctx.header("Retry-After", Integer.toString(problem.retryAfterSeconds()));
        }
        ctx.status(problem.status()).contentType(json ? Answers.JSON : PROTOBUF);
        if (json) {
            JsonWriter out = new JsonWriter(256);
            out.beginObject().name("code").value(code);
            out.name("message").value(problem.detail()).endObject();
            ctx.result(Arrays.copyOf(out.buffer(), out.size()));
            return;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varintField(1, code, out);
        bytesField(2, problem.detail().getBytes(StandardCharsets.UTF_8), out);
        ctx.result(out.toByteArray());
    }

    private static void varintField(int field, long value, ByteArrayOutputStream out) {
        out.write(field << 3);
        varint(value, out);
    }

    private static void bytesField(int field, byte[] value, ByteArrayOutputStream out) {
        out.write((field << 3) | ProtobufReader.LENGTH);
        varint(value.length, out);
        out.writeBytes(value);
    }

    private static void varint(long value, ByteArrayOutputStream out) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
