package dev.narrative.core.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.narrative.core.capture.Capture;
import dev.narrative.core.config.ConfigProblem;
import dev.narrative.model.score.ScoreType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleParserTest {
    private final List<ConfigProblem> problems = new ArrayList<>();

    @Test
    void readsEverySubKey() {
        Rule rule = Rules.of(
                        "narrative.trace.order = com.shop.A#b, com.shop.C#d(int, *)",
                        "narrative.trace.order.name = Place order {0.id}",
                        "narrative.trace.order.capture = 0.id as order.id, return as output, 1 as model",
                        "narrative.trace.order.type = tool",
                        "narrative.trace.order.layer = core",
                        "narrative.trace.order.universe = ceremony",
                        "narrative.trace.order.session = 0.session",
                        "narrative.trace.order.story = this.story",
                        "narrative.trace.order.user = 1",
                        "narrative.trace.order.min = 5ms",
                        "narrative.trace.order.limit = 200/s",
                        "narrative.trace.order.exclude = com.shop.audit.**, **#get*",
                        "narrative.trace.order.score = return.coherence as coherence",
                        "narrative.trace.order.sample = always",
                        "narrative.trace.order.enabled = false")
                .get(0);

        assertThat(rule.patterns())
                .extracting(MethodPattern::text)
                .containsExactly("com.shop.A#b", "com.shop.C#d(int, *)");
        assertThat(rule.captures())
                .extracting(Capture::target)
                .containsExactly("order.id", "narrative.output", "narrative.captured.model");
        assertThat(rule.type()).isEqualTo("tool");
        assertThat(rule.layer()).isEqualTo("core");
        assertThat(rule.universe()).isEqualTo("ceremony");
        assertThat(rule.minNanos()).isEqualTo(5_000_000);
        assertThat(rule.limitPerSecond()).isEqualTo(200);
        assertThat(rule.excludes()).hasSize(2);
        assertThat(rule.scores()).extracting(ScoreCapture::name).containsExactly("coherence");
        assertThat(rule.alwaysSampled()).isTrue();
        assertThat(rule.enabled()).isFalse();
        assertThat(rule.paths()).hasSize(8);
        assertThat(rule.readsCall()).isTrue();
    }

    @Test
    void wrongSubKeyDisablesOnlyItself() {
        List<Rule> rules = Rules.parse(
                problems,
                "narrative.trace.a = com.shop.A#b",
                "narrative.trace.a.type = tol",
                "narrative.trace.a.min = long",
                "narrative.trace.a.capture = 0.id as id, x.y as z, 1, 2 as a b, 3 as ",
                "narrative.trace.a.exclude = **, com.shop.X#y",
                "narrative.trace.a.nam = x",
                "narrative.trace.a.name = Order {0.id",
                "narrative.trace.a.limit = 0/s",
                "narrative.trace.a.session = nobody",
                "narrative.trace.a.layer = core");

        Rule rule = rules.get(0);
        assertThat(rule.layer()).isEqualTo("core");
        assertThat(rule.type()).isNull();
        assertThat(rule.captures()).hasSize(1);
        assertThat(rule.excludes()).hasSize(1);
        assertThat(problems.stream().map(ConfigProblem::describe))
                .containsExactly(
                        "f:2: narrative.trace.a.type = tol is ignored: it must be span, generation, event, agent, tool,"
                                + " chain, retriever, embedding, evaluator or guardrail; did you mean tool?",
                        "f:3: narrative.trace.a.min = long is ignored: it must be a duration such as 5ms, 2s, 10m, 4h or"
                                + " 90d",
                        "f:4: narrative.trace.a.capture keeps nothing by 'x.y as z': it is no path: 'x.y' must begin with"
                                + " an argument's number from 0, or with this, return or error",
                        "f:4: narrative.trace.a.capture keeps nothing by '1': it must be written as: path as name",
                        "f:4: narrative.trace.a.capture keeps nothing by '2 as a b': it must have a name without blanks",
                        "f:4: narrative.trace.a.capture keeps nothing by '3 as': it must be written as: path as name",
                        "f:5: narrative.trace.a.exclude leaves nothing out by '**': it leaves out everything; switch the"
                                + " rule off with enabled = false",
                        "f:6: narrative.trace.a.nam is no known key of a rule; did you mean name?",
                        "f:7: narrative.trace.a.name = Order {0.id is ignored: it has a { without its }",
                        "f:8: narrative.trace.a.limit = 0/s is ignored: it must be a rate such as 200/s, and at least 1/s",
                        "f:9: narrative.trace.a.session = nobody is ignored: it 'nobody' must begin with an argument's"
                                + " number from 0, or with this, return or error");
    }

    @Test
    void scores_haveTypeAndTarget_andWrongOnesAreTold() {
        List<Rule> rules = Rules.parse(
                problems,
                "narrative.trace.a = com.shop.A#b",
                "narrative.trace.a.score = 0 as plain, 1 as passed boolean, 2 as rating numeric on session,"
                        + " 3 as mood on trace, 4 as x bool, 5 as y on user, 6 as a b c, 7 as ");

        assertThat(rules.get(0).scores())
                .extracting(ScoreCapture::name, ScoreCapture::type, ScoreCapture::target)
                .containsExactly(
                        tuple("plain", null, "span"),
                        tuple("passed", ScoreType.BOOLEAN, "span"),
                        tuple("rating", ScoreType.NUMERIC, "session"),
                        tuple("mood", null, "trace"));
        assertThat(problems.stream().map(ConfigProblem::describe))
                .containsExactly(
                        "f:2: narrative.trace.a.score scores nothing by '4 as x bool': it must be numeric, categorical,"
                                + " boolean or text",
                        "f:2: narrative.trace.a.score scores nothing by '5 as y on user': it must be span, trace or"
                                + " session",
                        "f:2: narrative.trace.a.score scores nothing by '6 as a b c': it must be written as: path as"
                                + " name, with a type or on trace behind it",
                        "f:2: narrative.trace.a.score scores nothing by '7 as': it must be written as: path as name");
    }

    @Test
    void wrongPatternDisablesItsRule_theOthersStay() {
        List<Rule> rules = Rules.parse(
                problems,
                "narrative.trace.bad = **#*, com.shop.A",
                "narrative.trace.bad.type = tool",
                "narrative.trace.good = com.shop.A#b");

        assertThat(rules).extracting(Rule::id).containsExactly("good");
        assertThat(problems.stream().map(ConfigProblem::describe))
                .containsExactly(
                        "f:1: narrative.trace.bad traces nothing: '**#*' matches everything; name a package, such as"
                                + " com.shop.**#*",
                        "f:1: narrative.trace.bad traces nothing: 'com.shop.A' has no # between class and method; for all"
                                + " methods write com.shop.A#*");
    }

    @Test
    void reportsRulesWithoutPatternAndTwins() {
        Rules.parse(
                problems,
                "narrative.trace.order = com.shop.A#b",
                "narrative.trace.oder.name = x",
                "narrative.trace.zzzzz.name = x",
                "narrative.trace.twin = com.shop.A#b");

        assertThat(problems.stream().map(ConfigProblem::describe))
                .containsExactly(
                        "f:2: narrative.trace.oder.name belongs to a rule that has no pattern; did you mean"
                                + " narrative.trace.order.name?",
                        "f:3: narrative.trace.zzzzz.name belongs to a rule that has no pattern; add narrative.trace.zzzzz ="
                                + " package.Class#method",
                        "f:4: narrative.trace.twin has the same pattern as narrative.trace.order; the earlier rule wins;"
                                + " delete one");
    }
}
