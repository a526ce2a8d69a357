package dev.narrative.console.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A file that a browser loads, with its media type and a tag that stands for its bytes. */
final class Asset {
    private static final int TAG_LENGTH = 27;

    private final byte[] bytes;
    private final String type;
    private final String tag;

    /** @param path whose ending tells the media type */
    Asset(byte[] bytes, String path) {
        this.bytes = bytes;
        type = MediaTypes.of(path);
        tag = '"' + sha256(bytes).substring(0, TAG_LENGTH) + '"';
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
