package dev.narrative.instrumentation.llm.stream;

import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonRepetition;
import dev.narrative.model.json.JsonValue;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the payloads of AWS's event stream, which are JSON. One whose only content is {@code bytes} in base64, as
 * Bedrock's InvokeModel sends it, is an event of the model's own format. A payload that is here whole and says the same as
 * the one before it, but for a few values, is told without being read in full.
 */
final class FramePayloads {
    private final PieceListener listener;
    private final JsonReader reader = new JsonReader(Limits.DOCUMENT, Limits.NAMES, false, this::take);
    private final JsonRepetition repetition = new JsonRepetition(Limits.NAMES);
    private final JsonReader innerReader = new JsonReader(Limits.DOCUMENT, Limits.NAMES, false, this::takeInner);
    private final JsonRepetition innerRepetition = new JsonRepetition(Limits.NAMES);
    private FrameHeaders headers = FrameHeaders.none();
    private FrameHeaders repeatedHeaders = FrameHeaders.none();
    private JsonValue inner = JsonValue.missing();
    private boolean toldAny;

    FramePayloads(PieceListener listener) {
        this.listener = listener;
    }

    /** The payload of another frame begins. */
    void begin(FrameHeaders newHeaders) {
        headers = newHeaders;
        toldAny = false;
    }

    /** All of a payload, at once. */
    void whole(byte[] source, int from, int to) {
        if (headers == repeatedHeaders && repetition.read(source, from, to) == to) {
            tell(repetition.document(), repetition.variedText());
            return;
        }
        reader.bytes(source, from, to - from);
        if (repetition.learn(source, from, to, from, to)) {
            repeatedHeaders = headers;
        }
    }

    /** A part of a payload. */
    void part(byte[] source, int from, int to) {
        reader.bytes(source, from, to - from);
    }

    /** The payload has ended, or was cut off. */
    void end() {
        reader.end();
    }

    /** Whether there was a document in the payload. */
    boolean toldAny() {
        return toldAny;
    }

    private void take(JsonValue document) {
        tell(document, null);
    }

    /** @param text what is new in the document, when that is one text */
    private void tell(JsonValue document, @Nullable JsonValue text) {
        toldAny = true;
        String bytes = document.text("bytes");
        if (bytes != null) {
            unwrap(bytes);
        } else if (text == null) {
            listener.event(headers.event(), document);
        } else {
            listener.repeatedEvent(headers.event(), document, text);
        }
    }

    private void unwrap(String bytes) {
        byte[] json;
        try {
            json = Base64.getDecoder().decode(bytes);
        } catch (IllegalArgumentException notBase64) {
            return;
        }
        if (innerRepetition.read(json, 0, json.length) == json.length) {
            JsonValue text = innerRepetition.variedText();
            if (text == null) {
                listener.event(null, innerRepetition.document());
            } else {
                listener.repeatedEvent(null, innerRepetition.document(), text);
            }
            return;
        }
        inner = JsonValue.missing();
        innerReader.bytes(json, 0, json.length);
        innerReader.end();
        listener.event(null, inner);
        innerRepetition.learn(json, 0, json.length, 0, json.length);
    }

    private void takeInner(JsonValue document) {
        inner = document;
    }
}
