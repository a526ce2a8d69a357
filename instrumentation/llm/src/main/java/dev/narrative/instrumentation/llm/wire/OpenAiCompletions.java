package dev.narrative.instrumentation.llm.wire;

import dev.narrative.instrumentation.llm.Message;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** OpenAI's older completions of one text, which local servers still speak, and Mistral's fill-in-the-middle. */
final class OpenAiCompletions implements WireFormat {
    @Override
    public String operation() {
        return "text_completion";
    }

    @Override
    public boolean isRequest(JsonValue body) {
        return Shapes.isInput(body.get("prompt")) && (Shapes.namesModel(body) || Shapes.samples(body));
    }

    @Override
    public void request(JsonValue body, ModelCall call) {
        OpenAi.parameters(body, call);
        call.integer(AttributeNames.GEN_AI_REQUEST_CHOICE_COUNT, body.get("n"));
        Inputs.texts(body.get("prompt"), call);
    }

    @Override
    public void answer(JsonValue body, ModelCall call) {
        piece(null, body, call);
    }

    @Override
    public void piece(@Nullable String event, JsonValue data, ModelCall call) {
        OpenAi.identity(data, call);
        OpenAi.error(data, call);
        for (JsonValue choice : data.get("choices").elements()) {
            int number = (int) choice.get("index").integer(0);
            Message message = call.output(number);
            message.text(choice.get("text"));
            for (String from : new String[] {"message", "delta"}) {
                if (choice.has(from)) {
                    OpenAi.said(choice.get(from), message, call);
                }
            }
            call.tokenArrived();
            call.finish(number, choice.text("finish_reason"));
        }
        OpenAiUsage.read(data.get("usage"), call);
    }
}
