package dev.narrative.applications.okhttp;

import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** A response that has been read to its end. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Reply(int status, byte[] body) {
    static Reply of(Response response) throws IOException {
        try (ResponseBody body = response.body()) {
            return new Reply(response.code(), body.bytes());
        }
    }
}
