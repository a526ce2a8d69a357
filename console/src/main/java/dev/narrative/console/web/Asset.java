package dev.narrative.console.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A file that a browser loads.
 *
 * @param type its media type
 * @param tag stands for its bytes, in quotes as HTTP has it
 */
record Asset(byte[] bytes, String type, String tag) {
    static Asset of(byte[] bytes, String path) {
        return new Asset(bytes, MediaTypes.of(path), '"' + sha256(bytes).substring(0, 27) + '"');
    }

    /** Answers with it, or tells that the browser has it. */
    void answer(Context ctx, String caching) {
        ctx.header("Cache-Control", caching).header("ETag", tag);
        String known = ctx.header("If-None-Match");
        if (known != null && known.replace("W/", "").contains(tag)) {
            ctx.status(304);
        } else {
            ctx.contentType(type).result(bytes);
        }
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** As policies of contents name a script. */
    static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
