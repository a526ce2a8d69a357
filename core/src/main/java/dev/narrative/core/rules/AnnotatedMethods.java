package dev.narrative.core.rules;

import dev.narrative.core.config.ConfigProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The methods of a class that {@code @Traced} names, on themselves or on the class: another source of rules. */
public final class AnnotatedMethods extends ClassVisitor {
    /** The id of the rule of a method that annotations alone name. */
    public static final String RULE = TracedMethod.RULE;

    private final ClassFacts facts;
    private final List<TracedMethod> methods = new ArrayList<>();
    private @Nullable TracedMarks ofClass;

    private AnnotatedMethods(ClassFacts facts) {
        super(Opcodes.ASM9);
        this.facts = facts;
    }

    /**
     * Adds the annotated methods to those that rules name. Where both name a method, what the rule says goes before what
     * the annotation says.
     *
     * @param problems gets what is wrong with the annotations
     */
    public static List<MatchedMethod> addTo(
            List<MatchedMethod> named, ClassFacts facts, byte[] classFile, Collection<ConfigProblem> problems) {
        AnnotatedMethods read = new AnnotatedMethods(facts);
        new ClassReader(classFile)
                .accept(read, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        List<MatchedMethod> all = new ArrayList<>(named);
        for (TracedMethod method : read.methods) {
            TracedMarks around = read.isOfClass(method.facts()) ? read.ofClass : null;
            if (method.isAnnotated() || around != null) {
                List<ConfigProblem> wrong = new ArrayList<>();
                add(all, method, method.rule(read.ofClass, wrong));
                problems.addAll(wrong);
            }
        }
        return all;
    }

    private static void add(List<MatchedMethod> all, TracedMethod method, Rule rule) {
        String name = method.facts().name();
        String descriptor = method.facts().descriptor();
        for (int i = 0; i < all.size(); i++) {
            MatchedMethod known = all.get(i);
            if (known.name().equals(name) && known.descriptor().equals(descriptor)) {
                all.set(i, new MatchedMethod(known.rule().or(rule), name, descriptor));
                return;
            }
        }
        all.add(new MatchedMethod(rule, name, descriptor));
    }

    private boolean isOfClass(MethodFacts method) {
        return ofClass != null
                && method.is(Opcodes.ACC_PUBLIC)
                && !GeneratedCode.isLeftOut(facts, method)
                && !GeneratedCode.isBeanAccessor(method);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        if (!descriptor.equals(TracedMarks.DESCRIPTOR)) {
            return null;
        }
        ofClass = new TracedMarks(facts.internalName().replace('/', '.'));
        return ofClass;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int flags, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodFacts method = new MethodFacts(name, descriptor, flags, List.of());
        if (!method.isTraceable() || method.is(Opcodes.ACC_SYNTHETIC)) {
            return null;
        }
        TracedMethod read = new TracedMethod(method, facts.internalName().replace('/', '.') + "#" + name);
        methods.add(read);
        return read;
    }
}
