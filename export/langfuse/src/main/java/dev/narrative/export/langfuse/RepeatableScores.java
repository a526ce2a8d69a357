package dev.narrative.export.langfuse;

import dev.narrative.export.delivery.Reply;
import dev.narrative.export.delivery.Request;
import dev.narrative.export.delivery.Sender;

/** Lets scores be sent again where nobody knows whether they arrived: under their ids, they overwrite themselves. */
record RepeatableScores(Sender sender) implements Sender {
    @Override
    public Reply send(Request request, BodyStart bodyStart) {
        Reply reply = sender.send(request, bodyStart);
        return reply instanceof Reply.Ambiguous unknown && request.target().equals(LangfuseSenders.SCORES)
                ? new Reply.Later(unknown.reason())
                : reply;
    }

    @Override
    public long longestMillis() {
        return sender.longestMillis();
    }

    @Override
    public void abort() {
        sender.abort();
    }

    @Override
    public void close() {
        sender.close();
    }
}
