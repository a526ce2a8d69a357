package dev.narrative.export.langfuse;

import dev.narrative.export.delivery.AnswerReader;
import dev.narrative.export.delivery.HttpAnswer;
import dev.narrative.export.delivery.Reply;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;

/** Reads what Langfuse answers to scores: always 207, with a status for each of them. */
final class ScoreAnswers implements AnswerReader {
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final Complaints complaints;

    ScoreAnswers(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Reply read(HttpAnswer answer) {
        if (!answer.isSuccess() || answer.isHtml()) {
            return complaints.read(answer);
        }
        complaints.settle();
        long rejected = 0;
        String why = "";
        for (JsonValue error :
                JsonReader.read(answer.body(), JsonLimits.DEFAULT).get("errors").elements()) {
            long status = error.get("status").integer(0);
            String message = HttpAnswer.printable("score answered " + status + " (" + error.text("message", "") + ")");
            if (status == TOO_MANY || status >= SERVER_ERROR) {
                return new Reply.Later(message, answer.retryAfterMillis()); // all of them: those taken overwrite themselves
            }
            rejected++;
            why = message;
        }
        return rejected == 0 ? Reply.Taken.ALL : new Reply.Taken(rejected, why);
    }
}
