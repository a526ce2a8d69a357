package dev.narrative.console.store;

import static dev.narrative.console.SpanBuilder.span;

import dev.narrative.console.JournalFile;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.query.Where;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store that is filled by a test, with spans that many of them use. */
public abstract class StoreFixture {
    static final JournalSpan ROOT = span(1, 10)
            .name("narrate scene")
            .at(0, 100)
            .session("chap-12")
            .with(AttributeNames.STORY_ID, "river")
            .with(AttributeNames.USER_ID, "ada")
            .build();
    static final JournalSpan CHAT = span(1, 11)
            .parent(10)
            .name("chat gpt-4o")
            .at(10, 60)
            .session("chap-12")
            .call("gpt-4o", 1_900, 310, 0.009)
            .with(AttributeNames.INPUT, "Tell of the river and its ferryman")
            .with(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK, 0.02)
            .build();
    static final JournalSpan WRITE = span(1, 12)
            .parent(10)
            .name("write")
            .at(60, 90)
            .error("java.util.concurrent.TimeoutException", "no answer from the press")
            .build();

    static final JournalSpan CHAT_WITHOUT_PRICE = span(3, 1)
            .at(0, 1)
            .with(AttributeNames.GEN_AI_REQUEST_MODEL, "own")
            .with(AttributeNames.GEN_AI_OPERATION_NAME, "chat")
            .with(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK, 0.25)
            .error("rate_limit", "slow down")
            .tokens(5)
            .build();

    @TempDir
    Path directory;

    TraceStore store;
    JournalFile journal;
    private long position;

    /** A new, empty store. */
    protected abstract TraceStore open(Path directory);

    @BeforeEach
    void openStore() {
        store = open(directory);
        journal = new JournalFile(directory.resolve("shop-1-1.jsonl"));
    }

    @AfterEach
    void closeStore() {
        if (store != null) { // a test that is left out has none
            store.close();
        }
    }

    void ingest(JournalSpan... spans) {
        List<LocatedSpan> located = journal.append(spans);
        position++;
        FileProgress progress = new FileProgress(journal.path().toString(), position, 0, 0);
        store.ingest(new SpanBatch(located, List.of(progress), List.of()));
    }

    static JournalSpan open(long trace, long span) {
        return span(trace, span).open(SpanState.RUNNING).build();
    }

    List<Long> ids(String where) {
        return store.traces(TraceQuery.of(Where.parse(where), 10)).traces().stream()
                .map(trace -> trace.id().low())
                .toList();
    }

    List<Long> text(String words) {
        return store.traces(TraceQuery.latest(10).withText(words)).traces().stream()
                .map(trace -> trace.id().low())
                .toList();
    }
}
