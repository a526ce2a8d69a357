package dev.narrative.console.flow;

/** Calls from one node to another, given by their places in the graph. */
public record FlowEdge(int from, int to, FlowTotals total) {}
