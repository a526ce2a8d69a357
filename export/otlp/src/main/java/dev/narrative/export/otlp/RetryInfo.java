package dev.narrative.export.otlp;

import dev.narrative.export.delivery.Reply;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Finds {@code google.rpc.RetryInfo} among the details of a gRPC status. */
final class RetryInfo {
    private static final String TYPE = "type.googleapis.com/google.rpc.RetryInfo";
    private static final long LONGEST_SECONDS = 1_000_000;

    private RetryInfo() {}

    /**
     * How long to wait, {@link Reply.Later#UNTOLD} when it isn't said.
     *
     * @param details the header {@code grpc-status-details-bin}, a {@code google.rpc.Status} in base64
     */
    static long millis(@Nullable String details) {
        if (details == null) {
            return Reply.Later.UNTOLD;
        }
        byte[] status;
        try {
            status = Base64.getDecoder().decode(details.trim());
        } catch (IllegalArgumentException e) {
            return Reply.Later.UNTOLD;
        }
        ProtobufScanner fields = new ProtobufScanner(status);
        while (fields.next()) {
            if (fields.field() == 3) {
                long millis = ofDetail(new ProtobufScanner(fields.content()));
                if (millis != Reply.Later.UNTOLD) {
                    return millis;
                }
            }
        }
        return Reply.Later.UNTOLD;
    }

    private static long ofDetail(ProtobufScanner any) {
        boolean found = false;
        byte[] value = {};
        while (any.next()) {
            if (any.field() == 1) {
                found = any.text().equals(TYPE);
            } else if (any.field() == 2) {
                value = any.content();
            }
        }
        return found ? delay(new ProtobufScanner(value)) : Reply.Later.UNTOLD;
    }

    private static long delay(ProtobufScanner retryInfo) {
        long millis = 0;
        while (retryInfo.next()) {
            ProtobufScanner duration = new ProtobufScanner(retryInfo.content());
            while (retryInfo.field() == 1 && duration.next()) {
                if (duration.field() == 1) {
                    millis += Math.min(Math.max(0, duration.number()), LONGEST_SECONDS) * 1_000;
                } else if (duration.field() == 2) {
                    millis += Math.max(0, duration.number()) / 1_000_000;
                }
            }
        }
        return millis;
    }
}
