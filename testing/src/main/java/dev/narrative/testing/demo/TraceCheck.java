package dev.narrative.testing.demo;

import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the demo to its claim: one trace a request, over both services, from root to model call, and of every call the
 * model, its tokens and what they cost.
 */
final class TraceCheck {
    private static final Set<String> MODEL_CALLS = Set.of("generation", "embedding");
    private static final List<String> TOLD_OF_A_CALL = List.of(
            "gen_ai.request.model", "gen_ai.response.model", "gen_ai.usage.input_tokens", "narrative.cost.total");

    private final List<String> problems = new ArrayList<>();

    private TraceCheck() {}

    /** What is wrong with the traces of these scenes, nothing when all is well. */
    static List<String> problems(Traces traces, List<Scene> scenes) {
        TraceCheck check = new TraceCheck();
        int found = traces.traceIds().size();
        check.expect(found == scenes.size(), found + " traces instead of " + scenes.size());
        for (Scene scene : scenes) {
            Optional<Traces> trace = traceOf(traces, scene);
            if (trace.isPresent()) {
                check.trace(trace.get(), scene);
            } else {
                check.problems.add(scene.operation() + ": no trace begins with it");
            }
        }
        return check.problems;
    }

    /** The trace whose root is the request of this scene. */
    static Optional<Traces> traceOf(Traces traces, Scene scene) {
        return traces.roots().stream()
                .filter(root -> scene.path().equals(root.attribute("url.path")))
                .findFirst()
                .map(root -> traces.trace(root.traceId()));
    }

    private void trace(Traces trace, Scene scene) {
        String at = scene.operation() + ": ";
        List<RecordedSpan> roots = trace.roots();
        expect(roots.size() == 1, at + roots.size() + " roots");
        RecordedSpan root = roots.get(0);
        expect(root.kind().equals("SERVER") && root.service().equals("studio"), at + "the root is " + root.name());
        Set<String> services = trace.spans().stream().map(RecordedSpan::service).collect(Collectors.toSet());
        expect(services.equals(Set.of("studio", "analyst")), at + "the services are " + services);
        for (RecordedSpan span : trace.spans()) {
            String named = at + "\"" + span.name() + "\" ";
            expect(trace.pathTo(span).get(0).equals(root), named + "does not lead to the root");
            expect(Scene.SESSION.equals(span.attribute("session.id")), named + "lacks the session");
            expect(Scene.STORY.equals(span.attribute("narrative.story.id")), named + "lacks the story");
            expect(!span.status().equals("ERROR"), named + "failed: " + span.statusMessage());
        }
        modelCalls(trace, scene);
        for (String step : scene.steps()) {
            expect(
                    trace.spans().stream().anyMatch(span -> step.equals(span.attribute("narrative.type"))),
                    at + "no span is the " + step);
        }
        if (scene.operation().equals("chart")) {
            expect(
                    trace.spans().stream().anyMatch(span -> span.hasEvent("gen_ai.evaluation.result")),
                    at + "no span holds the coherence score");
        }
    }

    private void modelCalls(Traces trace, Scene scene) {
        String at = scene.operation() + ": ";
        List<RecordedSpan> calls = trace.where(TraceCheck::isModelCall).spans();
        expect(calls.size() == scene.modelCalls(), at + calls.size() + " model calls instead of " + scene.modelCalls());
        for (RecordedSpan call : calls) {
            for (String attribute : TOLD_OF_A_CALL) {
                expect(call.attribute(attribute) != null, at + "\"" + call.name() + "\" lacks " + attribute);
            }
        }
        for (RecordedSpan request : trace.where(TraceCheck::asksTheModel).spans()) {
            expect(
                    trace.pathTo(request).stream().anyMatch(TraceCheck::isModelCall),
                    at + "a request to " + request.attribute("url.full") + " belongs to no model call");
        }
    }

    private static boolean isModelCall(RecordedSpan span) {
        String type = span.attribute("narrative.type");
        return type != null && MODEL_CALLS.contains(type);
    }

    private static boolean asksTheModel(RecordedSpan span) {
        String url = span.attribute("url.full");
        return span.kind().equals("CLIENT") && url != null && url.contains("/v1/");
    }

    private void expect(boolean condition, String otherwise) {
        if (!condition) {
            problems.add(otherwise);
        }
    }
}
