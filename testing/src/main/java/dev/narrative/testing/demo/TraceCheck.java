package dev.narrative.testing.demo;

import dev.narrative.testing.RecordedSpan;
import dev.narrative.testing.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the demo to its claim: one trace a request, over both services, from root to model call. */
final class TraceCheck {
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
        long modelCalls =
                trace.spans().stream().filter(TraceCheck::asksTheModel).count();
        expect(modelCalls == scene.modelCalls(), at + modelCalls + " model calls instead of " + scene.modelCalls());
        if (scene.operation().equals("chart")) {
            expect(
                    trace.spans().stream().anyMatch(span -> span.hasEvent("gen_ai.evaluation.result")),
                    at + "no span holds the coherence score");
        }
    }

    private static boolean asksTheModel(RecordedSpan span) {
        String url = span.attribute("url.full");
        return span.kind().equals("CLIENT") && url != null && url.endsWith("/v1/chat/completions");
    }

    private void expect(boolean condition, String otherwise) {
        if (!condition) {
            problems.add(otherwise);
        }
    }
}
