package dev.narrative.agent;

import dev.narrative.agent.TracedMethodAdvice.Enter;
import dev.narrative.agent.TracedMethodAdvice.EnterWithArguments;
import dev.narrative.agent.TracedMethodAdvice.Exit;
import dev.narrative.agent.TracedMethodAdvice.ExitWithResult;
import dev.narrative.core.config.ConfigProblem;
import dev.narrative.core.log.AgentLog;
import dev.narrative.core.method.MethodSite;
import dev.narrative.core.method.ReturnKind;
import dev.narrative.core.rules.AnnotatedMethods;
import dev.narrative.core.rules.ClassFacts;
import dev.narrative.core.rules.MatchedMethod;
import dev.narrative.core.rules.Rule;
import dev.narrative.core.rules.RuleSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/** Weaves the methods that rules name, and those that annotations do. */
final class MethodWeaver {
    private final MethodSites sites = new MethodSites();

    /** @param annotated whether the class carries the API's annotation as well */
    byte @Nullable [] weave(
            RuleSet rules, boolean annotated, @Nullable ClassLoader loader, String internalName, byte[] bytes) {
        ClassFacts facts = ClassFacts.read(bytes);
        List<MatchedMethod> matched = rules.match(facts, new LoaderHierarchy(loader));
        if (annotated) {
            Set<ConfigProblem> problems = new LinkedHashSet<>();
            matched = AnnotatedMethods.addTo(matched, facts, bytes, problems);
            for (ConfigProblem problem : problems) {
                AgentLog.warn(problem.describe());
            }
        }
        if (matched.isEmpty()) {
            return null;
        }
        String name = internalName.replace('/', '.');
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Rule> byMethod = new HashMap<>();
        for (MatchedMethod method : matched) {
            String key = method.name() + method.descriptor();
            byMethod.put(key, method.rule());
            MethodSite site = new MethodSite(method.rule(), name, method.name(), returns(method));
            numbers.put(key, sites.set(loader, internalName + "." + key, site));
        }
        ClassFileLocator locator = ByteBuddyWeaving.locator(loader, name, bytes);
        TypeDescription type = ByteBuddyWeaving.pool(locator).describe(name).resolve();
        return ByteBuddyWeaving.BYTE_BUDDY
                .decorate(type, locator)
                .visit(new AsmVisitorWrapper.ForDeclaredMethods()
                        .method(ElementMatchers.any(), new SiteAdvice(byMethod, numbers)))
                .make()
                .getBytes();
    }

    private static ReturnKind returns(MatchedMethod method) {
        String type = Type.getReturnType(method.descriptor()).getClassName();
        return ReturnKind.of(type, readsResult(method.rule()));
    }

    private static boolean readsResult(Rule rule) {
        return rule.paths().stream()
                .anyMatch(path -> path.root() == dev.narrative.core.capture.CapturePath.Root.RETURN);
    }

    /** Chooses for each method the advice that looks at no more than its rule needs, with the method's own number. */
    private static final class SiteAdvice implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {
        private final Map<String, Rule> rules;
        private final Map<String, Integer> numbers;

        SiteAdvice(Map<String, Rule> rules, Map<String, Integer> numbers) {
            this.rules = rules;
            this.numbers = numbers;
        }

        @Override
        public MethodVisitor wrap(
                TypeDescription type,
                MethodDescription method,
                MethodVisitor visitor,
                Implementation.Context context,
                TypePool pool,
                int writerFlags,
                int readerFlags) {
            String key = method.getInternalName() + method.getDescriptor();
            Rule rule = rules.get(key);
            Integer number = numbers.get(key);
            if (rule == null || number == null) {
                return visitor;
            }
            String returned = method.getReturnType().asErasure().getName();
            boolean looksAtResult = ReturnKind.of(returned, readsResult(rule)) != ReturnKind.IGNORED;
            Advice advice = ByteBuddyWeaving.inlined(
                    Advice.withCustomMapping().bind(TracedMethodAdvice.Site.class, number),
                    rule.readsCall() ? EnterWithArguments.class : Enter.class,
                    looksAtResult ? ExitWithResult.class : Exit.class);
            return advice.wrap(type, method, visitor, context, pool, writerFlags, readerFlags);
        }
    }
}
