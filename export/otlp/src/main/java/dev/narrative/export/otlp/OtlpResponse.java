package dev.narrative.export.otlp;

import dev.narrative.export.delivery.HttpAnswer;
import dev.narrative.export.delivery.Reply;

/** Reads what a collector answers in protobuf. */
final class OtlpResponse {
    private OtlpResponse() {}

    /** An {@code Export…ServiceResponse}, which is the same for all signals; what is no such message counts as a plain yes. */
    static Reply.Taken taken(byte[] response) {
        ProtobufScanner fields = new ProtobufScanner(response);
        while (fields.next()) {
            if (fields.field() == 1) {
                return partialSuccess(new ProtobufScanner(fields.content()));
            }
        }
        return Reply.Taken.ALL;
    }

    /** The message of a {@code google.rpc.Status}; empty when there is none. */
    static String explanation(byte[] response) {
        ProtobufScanner status = new ProtobufScanner(response);
        while (status.next()) {
            if (status.field() == 2) {
                return HttpAnswer.printable(status.text());
            }
        }
        return "";
    }

    private static Reply.Taken partialSuccess(ProtobufScanner fields) {
        long rejected = 0;
        String message = "";
        while (fields.next()) {
            if (fields.field() == 1) {
                rejected = Math.max(0, fields.number());
            } else if (fields.field() == 2) {
                message = HttpAnswer.printable(fields.text());
            }
        }
        return new Reply.Taken(rejected, message);
    }
}
