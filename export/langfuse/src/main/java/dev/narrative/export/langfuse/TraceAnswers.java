package dev.narrative.export.langfuse;

import dev.narrative.export.delivery.AnswerReader;
import dev.narrative.export.delivery.HttpAnswer;
import dev.narrative.export.delivery.Reply;

/** Reads what Langfuse answers to spans: 200 means that they are queued, whatever becomes of them later. */
final class TraceAnswers implements AnswerReader {
    private final Complaints complaints;

    TraceAnswers(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Reply read(HttpAnswer answer) {
        if (!answer.isSuccess() || answer.isHtml()) {
            return complaints.read(answer);
        }
        complaints.settle();
        return Reply.Taken.ALL;
    }
}
