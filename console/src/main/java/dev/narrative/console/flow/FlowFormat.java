package dev.narrative.console.flow;

/** A format that a graph is written in. */
public enum FlowFormat {
    /** Text that Markdown renderers draw. */
    mermaid,
    /** A drawing that stands for itself, for light and dark pages. */
    svg,
    /** Nodes and edges. */
    json;

    /** The graph as text that ends with a newline. */
    public String write(FlowGraph graph) {
        return switch (this) {
            case mermaid -> FlowMermaid.write(graph);
            case svg -> FlowSvg.write(graph);
            case json -> FlowJson.write(graph);
        };
    }
}
