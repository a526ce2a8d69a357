package dev.narrative.core.artifact;

import dev.narrative.core.trace.Span;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.masking.Masking;
import org.jspecify.annotations.Nullable;

/**
 * Something that a step made, as an event of the step's span: so that a span can have several.
 *
 * @param size in bytes, negative when it is not known
 * @param hash SHA-256 in hex
 * @param place a URL when it has a scheme, else a path
 * @param stored the name of its copy beside the journal
 */
public record Artifact(
        String name,
        String mediaType,
        long size,
        @Nullable String hash,
        @Nullable String place,
        @Nullable String stored) {
    private static final int MAX_TEXT = 1_024;

    /** Puts it on a span that has not ended. */
    public void addTo(Span span) {
        Attributes details = new Attributes();
        describe(details);
        span.addEvent(new SpanEvent(AttributeNames.ARTIFACT_EVENT, span.now(), details));
    }

    /** Adds what is known of it to attributes, but for what they say already. */
    void describe(Attributes details) {
        put(details, AttributeNames.ARTIFACT_NAME, name);
        put(details, AttributeNames.ARTIFACT_MEDIA_TYPE, mediaType);
        if (size >= 0 && details.get(AttributeNames.ARTIFACT_SIZE) == null) {
            details.put(AttributeNames.ARTIFACT_SIZE, size);
        }
        put(details, AttributeNames.ARTIFACT_HASH, hash);
        if (place != null) {
            put(details, isUrl(place) ? AttributeNames.ARTIFACT_URL : AttributeNames.ARTIFACT_PATH, place);
        }
        put(details, AttributeNames.ARTIFACT_STORED, stored);
    }

    /** A drive's letter is no scheme. */
    private static boolean isUrl(String place) {
        int colon = place.indexOf(':');
        if (colon < 2) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            char c = place.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '+' && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static void put(Attributes details, String key, @Nullable String text) {
        if (text != null && !text.isEmpty() && details.get(key) == null) {
            boolean isHex = key.equals(AttributeNames.ARTIFACT_HASH) || key.equals(AttributeNames.ARTIFACT_STORED);
            details.put(key, isHex ? text : Masking.maskStart(text, MAX_TEXT));
        }
    }
}
