package dev.narrative.console.index;

import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.TracePage;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** All traces of a store, page by page. */
final class PagedTraces implements Iterator<TraceSummary> {
    private final TraceQueries traces;
    private final TraceQuery query;
    private TracePage page;
    private int at;

    PagedTraces(TraceQueries traces, int pageSize) {
        this.traces = traces;
        query = TraceQuery.latest(pageSize);
        page = traces.traces(query);
    }

    @Override
    public boolean hasNext() {
        if (at == page.traces().size() && page.next() != null) {
            page = traces.traces(query.after(page.next()));
            at = 0;
        }
        return at < page.traces().size();
    }

    @Override
    public TraceSummary next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.traces().get(at++);
    }
}
