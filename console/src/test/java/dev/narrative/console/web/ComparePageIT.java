package dev.narrative.console.web;

import static dev.narrative.console.web.TraceFixtures.STORY;
import static dev.narrative.console.web.TraceFixtures.TWIN;
import static dev.narrative.console.web.TraceFixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ComparePageIT {
    private static BrowsedConsole console;

    @BeforeAll
    static void write() {
        console = BrowsedConsole.shared();
        TraceFixtures.write(console);
    }

    @Test
    void laysTwoTracesSideBySide_withTheWordsThatDiffer() {
        try (Visit visit = console.visit("/compare?before=" + id(STORY) + "&after=" + id(TWIN))) {
            assertThat(visit.see(".totals").textContent()).contains("Output tokens", "+100");
            assertThat(visit.find(".compare-spans .change-changed").first().textContent()).contains("chat gpt-4o", "1.89k→310", "1.89k→410");
            assertThat(visit.find(".compare-spans .change-removed").count()).isEqualTo(5);
            visit.find(".compare-spans .link", "words").first().click();
            assertThat(visit.see(".diff-text del").textContent()).contains("alone");
            assertThat(visit.see(".diff-text ins").textContent()).contains("for her");
            visit.find(".compare-tools button", "Changes only").click();
            visit.page().waitForURL(Pattern.compile(".*only=changes.*"));
            visit.find("[aria-label=Swap]").click();
            visit.see(".compare-spans .change-added");
            visit.store("compare");
        }
    }

    @Test
    void saysWhatToDo_withoutTwoTraces() {
        try (Visit visit = console.visit("/compare?before=" + id(STORY) + "&after=" + "f".repeat(32)).expectingComplaints()) {
            assertThat(visit.see("[role=alert]").textContent()).contains("no trace", "list of traces");
            visit.page().navigate(visit.page().url().replaceAll("\\?.*", ""));
            assertThat(visit.see("narrative-compare-page .muted").textContent()).contains("ids of two traces");
        }
    }

    @Test
    void isReachedFromATrace() {
        try (Visit visit = console.visit(TraceFixtures.page(STORY))) {
            visit.see(".trace-compare input").fill(id(TWIN));
            visit.press("Enter");
            visit.see(".compare-spans");
        }
    }
}
