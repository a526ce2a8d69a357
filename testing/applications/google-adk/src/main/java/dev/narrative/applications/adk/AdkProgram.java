package dev.narrative.applications.adk;

import com.google.adk.agents.LlmAgent;
import com.google.adk.agents.RunConfig;
import com.google.adk.models.Gemini;
import com.google.adk.runner.InMemoryRunner;
import com.google.adk.sessions.Session;
import com.google.adk.sessions.SessionKey;
import com.google.adk.tools.BaseTool;
import com.google.adk.tools.FunctionTool;
import com.google.genai.Client;
import com.google.genai.types.Content;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.Part;
import java.util.Map;

/** What applications do with ADK; the methods without arguments are traced. */
public final class AdkProgram {
    private static final String MODEL = "gemini-2.5-flash";
    private static final String APPLICATION = "guide";
    private static final String WEATHER = "The weather in Ghent? Mail me at ada@example.com.";

    private final String url;
    private final String callingTools;
    private final String broken;

    private AdkProgram(String url, String callingTools, String broken) {
        this.url = url;
        this.callingTools = callingTools;
        this.broken = broken;
    }

    /** Arguments: base URLs of model servers, one that answers, one that calls a tool first, one that fails. */
    public static void main(String[] args) {
        AdkProgram program = new AdkProgram(args[0], args[1], args[2]);
        program.ask();
        program.callTool();
        program.callBrokenTool();
        try {
            program.callFailingTool();
        } catch (RuntimeException e) {
            System.out.println(e.getMessage());
        }
        program.stream();
        program.giveUp();
        try {
            program.fail();
        } catch (RuntimeException e) {
            System.out.println(e.getClass().getSimpleName());
        }
        // The client's threads are no daemons and stay for a minute.
        System.exit(0);
    }

    private void ask() {
        converse(url, "Where are we?", "weather", RunConfig.StreamingMode.NONE, Long.MAX_VALUE);
    }

    private void callTool() {
        converse(callingTools, WEATHER, "weather", RunConfig.StreamingMode.NONE, Long.MAX_VALUE);
    }

    private void callBrokenTool() {
        converse(callingTools, WEATHER, "brokenWeather", RunConfig.StreamingMode.NONE, Long.MAX_VALUE);
    }

    private void callFailingTool() {
        converse(callingTools, WEATHER, new FailingTool(), RunConfig.StreamingMode.NONE, Long.MAX_VALUE);
    }

    private void stream() {
        converse(url, "Tell me more.", "weather", RunConfig.StreamingMode.SSE, Long.MAX_VALUE);
    }

    private void giveUp() {
        converse(url, "Tell me more.", "weather", RunConfig.StreamingMode.SSE, 1);
    }

    private void fail() {
        converse(broken, "Where are we?", "weather", RunConfig.StreamingMode.NONE, Long.MAX_VALUE);
    }

    private static void converse(
            String server, String question, String tool, RunConfig.StreamingMode mode, long events) {
        converse(server, question, FunctionTool.create(AdkProgram.class, tool), mode, events);
    }

    private static void converse(
            String server, String question, BaseTool tool, RunConfig.StreamingMode mode, long events) {
        LlmAgent agent = LlmAgent.builder()
                .name("weather_guide")
                .description("Knows the weather")
                .model(new Gemini(MODEL, client(server)))
                .instruction("Be short.")
                .tools(tool)
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

    private static Client client(String server) {
        return Client.builder()
                .apiKey("test")
                .httpOptions(HttpOptions.builder().baseUrl(server).build())
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
