package dev.narrative.applications.adk;

import com.google.adk.agents.LlmAgent;
import com.google.adk.agents.RunConfig;
import com.google.adk.models.Gemini;
import com.google.adk.runner.InMemoryRunner;
import com.google.adk.sessions.Session;
import com.google.adk.sessions.SessionKey;
import com.google.adk.tools.FunctionTool;
import com.google.genai.Client;
import com.google.genai.types.Content;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Part;
import java.util.Map;

/**
 * Arguments: base URL, scenario ({@code ask}, {@code tool}, {@code broken-tool}, {@code stream}, {@code give-up},
 * {@code fail}). Prints the events' texts.
 */
public final class AdkProgram {
    private static final String MODEL = "gemini-2.5-flash";
    private static final String APPLICATION = "guide";

    private final String url;

    private AdkProgram(String url) {
        this.url = url;
    }

    public static void main(String[] args) {
        AdkProgram program = new AdkProgram(args[0]);
        try {
            program.run(args[1]);
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getSimpleName());
        }
        // The client's threads are no daemons and stay for a minute.
        System.exit(0);
    }

    private void run(String scenario) {
        switch (scenario) {
            case "ask", "fail" -> converse("Where are we?", false, RunConfig.StreamingMode.NONE, Long.MAX_VALUE);
            case "tool" -> converse("The weather in Ghent?", false, RunConfig.StreamingMode.NONE, Long.MAX_VALUE);
            case "broken-tool" -> converse("The weather in Ghent?", true, RunConfig.StreamingMode.NONE, Long.MAX_VALUE);
            case "stream" -> converse("Tell me more.", false, RunConfig.StreamingMode.SSE, Long.MAX_VALUE);
            case "give-up" -> converse("Tell me more.", false, RunConfig.StreamingMode.SSE, 1);
            default -> throw new IllegalArgumentException(scenario);
        }
    }

    private void converse(String question, boolean broken, RunConfig.StreamingMode mode, long events) {
        LlmAgent agent = LlmAgent.builder()
                .name("weather_guide")
                .description("Knows the weather")
                .model(new Gemini(MODEL, client()))
                .instruction("Be short.")
                .tools(FunctionTool.create(AdkProgram.class, broken ? "brokenWeather" : "weather"))
                .build();
        InMemoryRunner runner = new InMemoryRunner(agent, APPLICATION);
        SessionKey key = new SessionKey(APPLICATION, "ada", "session-7");
        Session session = runner.sessionService()
                .createSession(key.appName(), key.userId(), Map.of(), key.id())
                .blockingGet();
        System.out.println(session.id());
        RunConfig config = RunConfig.builder().streamingMode(mode).build();
        runner.runAsync(key, Content.fromParts(Part.fromText(question)), config)
                .take(events)
                .blockingForEach(event -> System.out.println(event.author() + " " + event.stringifyContent()));
    }

    private Client client() {
        return Client.builder()
                .apiKey("test")
                .httpOptions(HttpOptions.builder().baseUrl(url).build())
                .build();
    }

    public static Map<String, Object> weather(String city) {
        return Map.of("weather", "Rain in " + city);
    }

    public static Map<String, Object> brokenWeather(String city) {
        if (!city.isEmpty()) {
            throw new IllegalStateException("no station in " + city);
        }
        return Map.of();
    }
}
