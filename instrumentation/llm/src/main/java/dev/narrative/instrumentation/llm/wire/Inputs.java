package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.json.JsonValue;

/** Inputs that are no conversation. */
final class Inputs {
    private Inputs() {}

    /** One text or several, to be embedded or completed. */
    static void texts(JsonValue input, ModelCall call) {
        if (input.text() != null) {
            call.input("user").text(input);
        }
        for (JsonValue element : input.elements()) {
            if (element.text() != null) {
                Message message = call.input("user");
                message.text(element);
            }
        }
    }
}
