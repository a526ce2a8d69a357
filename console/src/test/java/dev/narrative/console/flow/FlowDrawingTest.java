package dev.narrative.console.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Both drawings of a graph, and where its nodes stand. */
final class FlowDrawingTest {
    private static final String EVIL = "\"]; click n0 \"javascript:alert(1)\" <script>&'`*#amp;\n\u0007end";

    @Test
    void mermaid_hasFramesNodesAndEdges() {
        assertThat(FlowFormat.mermaid.write(FlowBuilderTest.graph(null, FlowBuilderTest.TRACE)))
                .isEqualTo("""
                        ---
                        title: "test"
                        ---
                        flowchart LR
                          subgraph s0["studio"]
                            n0["narrate scene<br/>1 call"]
                            n2[/"look#95;up<br/>1 call"/]
                          end
                          n1{{"gpt-4o<br/>2 calls, 1 error, 300→50"}}
                          subgraph s1["library"]
                            n3["GET /beats<br/>1 call"]
                            n4["read<br/>1 call"]
                          end
                          n0 -. "2 calls, 1 error, 300→50" .-> n1
                          n0 -- "1 call" --> n2
                          n2 -- "1 call" --> n3
                          n3 -- "1 call" --> n4
                        """);
    }

    @Test
    void mermaid_seesNothingOfItsOwnInNames() {
        String text = FlowFormat.mermaid.write(graphOf(EVIL));

        assertThat(text)
                .doesNotContain("<script")
                .doesNotContain("\"javascript")
                .doesNotContain("click n0 \"");
        assertThat(text.lines().toList().get(1))
                .isEqualTo("title: \" ]; click n0  javascript:alert(1)   script  '`*#amp;  end\"");
        assertThat(text.lines().toList().get(4)).startsWith("  n0[\"#34;#93;; click n0 #34;javascript");
        assertThat(text.lines()).hasSize(5);
    }

    @Test
    void svg_isWholeXml_whateverNamesAre() throws Exception {
        Document svg = parse(FlowFormat.svg.write(graphOf(EVIL + "\uFFFE\uD800")));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getDocumentElement().getTextContent()).contains("<script>&'`");
    }

    @Test
    void svg_drawsEachNodeAndEdge_forLightAndDark() throws Exception {
        String text = FlowFormat.svg.write(FlowBuilderTest.graph(null, FlowBuilderTest.TRACE));
        Document svg = parse(text);

        assertThat(text).contains("prefers-color-scheme: dark").doesNotContain("NaN");
        assertThat(classes(svg.getElementsByTagName("g")))
                .containsExactly(
                        "node operation", "node model failed", "node tool", "node operation", "node operation");
        assertThat(classes(svg.getElementsByTagName("path")).stream().filter(name -> name.startsWith("edge")))
                .containsExactly("edge failed", "edge", "edge", "edge");
    }

    @Test
    void nodes_neverOverlap_andStandRightOfTheirCallers() {
        FlowGraph graph = randomGraph(new Random(3), 40, 70);
        int[] widths = graph.nodes().stream().mapToInt(node -> 120).toArray();
        FlowLayout layout = FlowLayout.of(graph, widths);
        for (int i = 0; i < widths.length; i++) {
            for (int k = 0; k < i; k++) {
                FlowLayout.Box a = layout.box(i);
                FlowLayout.Box b = layout.box(k);
                boolean apart = Math.abs(a.x() - b.x()) >= 120 || Math.abs(a.y() - b.y()) >= FlowLayout.NODE_HEIGHT;
                assertThat(apart).as("%s and %s", a, b).isTrue();
            }
            assertThat(layout.box(i).x() + 120).isLessThan((double) layout.width());
            assertThat(layout.box(i).y() + FlowLayout.NODE_HEIGHT).isLessThan((double) layout.height());
        }
        for (FlowEdge edge : graph.edges()) {
            assertThat(layout.box(edge.to()).x())
                    .isGreaterThan(layout.box(edge.from()).x());
        }
    }

    @Test
    void longEdges_passBesideTheNodesBetween() {
        FlowTotals one = new FlowTotals(1, 0, 0, 0, null, 1);
        FlowGraph graph = new FlowGraph(
                "steps",
                List.of(node("a", one), node("b", one), node("c", one)),
                List.of(new FlowEdge(0, 1, one), new FlowEdge(1, 2, one), new FlowEdge(0, 2, one)));
        FlowLayout layout = FlowLayout.of(graph, new int[] {120, 120, 120});

        List<FlowLayout.Point> way = layout.way(2);
        assertThat(way).hasSize(3);
        FlowLayout.Box between = layout.box(1);
        assertThat(way.get(1).x()).isBetween(between.x(), between.x() + between.width());
        assertThat(Math.abs(way.get(1).y() - between.middle())).isGreaterThan(FlowLayout.NODE_HEIGHT / 2.0);
    }

    @Test
    void circles_areDrawn() throws Exception {
        FlowTotals one = new FlowTotals(1, 0, 0, 0, null, 1);
        List<FlowNode> nodes = List.of(node("a", one), node("b", one), node("c", one));
        FlowGraph circle = new FlowGraph(
                "circle", nodes, List.of(new FlowEdge(0, 1, one), new FlowEdge(1, 2, one), new FlowEdge(2, 0, one)));

        assertThat(parse(FlowFormat.svg.write(circle)).getElementsByTagName("g").getLength())
                .isEqualTo(3);
        assertThat(parse(FlowFormat.svg.write(new FlowGraph("nothing", List.of(), List.of()))))
                .isNotNull();
    }

    private static FlowGraph randomGraph(Random random, int size, int edges) {
        FlowTotals one = new FlowTotals(1, 0, 0, 0, null, 1);
        List<FlowNode> nodes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            nodes.add(node("n" + i, one));
        }
        List<FlowEdge> calls = new ArrayList<>();
        for (int i = 0; i < edges; i++) {
            int from = random.nextInt(size - 1);
            calls.add(new FlowEdge(from, from + 1 + random.nextInt(size - 1 - from), one));
        }
        return new FlowGraph("random", nodes, calls);
    }

    private static FlowGraph graphOf(String name) {
        return new FlowGraph(name, List.of(node(name, new FlowTotals(1, 0, 0, 0, null, 1))), List.of());
    }

    private static FlowNode node(String label, FlowTotals total) {
        return new FlowNode(FlowNode.Kind.OPERATION, "", label, 1, total);
    }

    private static List<String> classes(NodeList elements) {
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            classes.add(((Element) elements.item(i)).getAttribute("class"));
        }
        return classes;
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
