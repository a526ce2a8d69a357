package dev.narrative.console.web;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Takes the picture of README.md, on what the demo wrote last: {@code make picture} runs it. */
final class ReadmePicture {
    private static final Path JOURNAL =
            Path.of(System.getProperty("narrative.root"), "testapp/target/demo/narrative-traces");
    private static final String LATEST =
            "() => fetch('/api/v1/traces').then((answer) => answer.json()).then((page) => page.traces[0].traceId)";

    @Test
    void isTaken() throws IOException, InterruptedException {
        try (Chromium chromium = Chromium.start();
                ConsoleProcess console = ConsoleProcess.start(JOURNAL, 0);
                Visitor visitor = chromium.visitor(console.origin(), 1440, false)) {
            console.awaitAnswer("/api/v1/traces", "traceId");
            visitor.goTo("/traces/" + visitor.goTo("/traces").evaluate(LATEST));
            visitor.find(".span-rows [role=row]", "chat gpt-4o-mini").first().click();
            visitor.see(".said");
            visitor.keepScreenshot("readme");
        }
    }
}
