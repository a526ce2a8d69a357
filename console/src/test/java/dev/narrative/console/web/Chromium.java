package dev.narrative.console.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The browser of a test class. */
final class Chromium implements AutoCloseable {
    private static final int MOST_MINUTES = 5;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it; where there is none and none can be installed, the tests are passed over and say so. */
    static Chromium start() throws IOException, InterruptedException {
        Path executable = find();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        // A container's root has no sandbox to put a browser in.
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        return new Chromium(playwright, browser);
    }

    Visitor visitor(String origin, int width, boolean dark) {
        return new Visitor(browser, origin, width, dark);
    }

    private static Path find() throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("narrative.root"), "console/src/test/scripts/chromium.sh");
        Process process = new ProcessBuilder("sh", script.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        boolean found = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        Assumptions.assumeTrue(
                found,
                "the tests of the pages need Chromium, which console/src/test/scripts/chromium.sh"
                        + " neither found nor could install");
        return Path.of(path);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
