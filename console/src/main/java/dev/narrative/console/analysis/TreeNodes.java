package dev.narrative.console.analysis;

import dev.narrative.model.SpanData;
import dev.narrative.model.tree.TraceNode;
import dev.narrative.model.tree.TraceTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The nodes of a trace's tree, each parent before its children. */
final class TreeNodes {
    private TreeNodes() {}

    static <S extends SpanData> List<TraceNode<S>> of(Collection<? extends S> spans) {
        List<TraceNode<S>> nodes = new ArrayList<>(TraceTree.<S>of(spans).roots());
        for (int i = 0; i < nodes.size(); i++) {
            nodes.addAll(nodes.get(i).children());
        }
        return nodes;
    }
}
