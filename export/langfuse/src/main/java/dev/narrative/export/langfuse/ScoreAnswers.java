package dev.narrative.export.langfuse;

import dev.narrative.export.delivery.AnswerReader;
import dev.narrative.export.delivery.HttpAnswer;
import dev.narrative.export.delivery.Reply;
import dev.narrative.model.json.JsonLimits;
import dev.narrative.model.json.JsonReader;
import dev.narrative.model.json.JsonValue;

/** Reads what Langfuse answers to scores: always 207, with a status for each of them. Called by one thread. */
final class ScoreAnswers implements AnswerReader {
    /** So often in a row scores that failed at the server are sent again, before they count as rejected. */
    static final int MOST_REPEATS = 5;

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private int repeats;

    @Override
    public Reply read(HttpAnswer answer) {
        if (!LangfuseAnswers.isYes(answer)) {
            return LangfuseAnswers.no(answer);
        }
        long rejected = 0;
        String why = "";
        boolean mayGoBetter = false;
        for (JsonValue error :
                JsonReader.read(answer.body(), JsonLimits.DEFAULT).get("errors").elements()) {
            long status = error.get("status").integer(0);
            rejected++;
            why = HttpAnswer.printable("a score: " + status + ' ' + error.text("message", ""));
            mayGoBetter |= status == TOO_MANY || status >= SERVER_ERROR;
        }
        if (mayGoBetter && repeats++ < MOST_REPEATS) {
            return new Reply.Later(why, answer.retryAfterMillis()); // all of them: those taken overwrite themselves
        }
        repeats = 0;
        return rejected == 0 ? Reply.Taken.ALL : new Reply.Taken(rejected, why);
    }
}
