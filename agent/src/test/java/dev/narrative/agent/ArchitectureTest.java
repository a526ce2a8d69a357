package dev.narrative.agent;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.asm.Advice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the rooms: none runs back, and no library's folder knows another. */
final class ArchitectureTest {
    private static final String OURS = "dev.narrative.";
    private static final String NULLNESS = "org.jspecify.annotations";

    private static final JavaClasses AGENT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.narrative");

    @Test
    void api_knowsTheJdkAlone() {
        knows("api");
    }

    /** The bootstrap loader sees nothing else. */
    @Test
    void boot_knowsTheJdkAlone() {
        knows("boot");
    }

    @Test
    void model_knowsApiAlone() {
        knows("model", OURS + "api..");
    }

    @Test
    void core_knowsNothingBuiltUponIt() {
        knowsOfOurs("core", "model", "api", "boot");
    }

    @Test
    void modelKit_knowsCoreAlone() {
        knowsOfOurs("instrumentation.llm", "core", "model", "api", "boot");
    }

    @Test
    void httpKit_knowsTheModelKitAndCoreAlone() {
        knowsOfOurs("instrumentation.http", "instrumentation.llm", "core", "model", "api", "boot");
    }

    @ParameterizedTest
    @MethodSource("instrumentations")
    void instrumentation_knowsCoreAndTheKitsAlone(String folder) {
        String own = "instrumentation." + SourceFolders.packageOf(folder);
        knowsOfOurs(own, "instrumentation.http", "instrumentation.llm", "core", "model", "api", "boot");
    }

    @ParameterizedTest
    @MethodSource("exporters")
    void exporter_knowsCoreTheDeliveryKitAndTheEncodingAlone(String folder) {
        knowsOfOurs(
                "export." + SourceFolders.packageOf(folder), "export.delivery", "export.otlp", "core", "model", "api");
    }

    @Test
    void deliveryKit_knowsCoreAlone() {
        knowsOfOurs("export.delivery", "core", "model", "api");
    }

    @Test
    void rooms_areFreeOfCycles() {
        slices().matching("dev.narrative.(*)..").should().beFreeOfCycles().check(AGENT);
    }

    /** Its code is copied into classes that see nothing of ours but the bridge. */
    @Test
    void inlinedAdvice_knowsTheBridgeAlone() {
        classes()
                .that(describe("are inlined advice", ArchitectureTest::isInlinedAdvice))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", OURS + "boot", "net.bytebuddy..", NULLNESS)
                        .or(describe("are annotations", JavaClass::isAnnotation)))
                .check(AGENT);
    }

    /** Each class of a room depends on the room, the JDK and the packages named, and on nothing else. */
    private static void knows(String room, String... packages) {
        String[] allowed = Stream.concat(Stream.of("java..", NULLNESS, OURS + room + ".."), Stream.of(packages))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(OURS + room + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(AGENT);
    }

    /** Each class of a room depends, of all our rooms, on its own and those named. */
    private static void knowsOfOurs(String room, String... rooms) {
        String[] allowed = Stream.concat(Stream.of(room), Stream.of(rooms))
                .map(name -> OURS + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(OURS + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.narrative..").and(not(resideInAnyPackage(allowed))))
                .check(AGENT);
    }

    private static boolean isInlinedAdvice(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.tryGetAnnotationOfType(Advice.OnMethodEnter.class)
                                .map(Advice.OnMethodEnter::inline)
                                .orElse(false)
                        || method.tryGetAnnotationOfType(Advice.OnMethodExit.class)
                                .map(Advice.OnMethodExit::inline)
                                .orElse(false));
    }

    private static List<String> instrumentations() throws IOException {
        return SourceFolders.instrumentations();
    }

    private static List<String> exporters() throws IOException {
        return SourceFolders.exporters();
    }
}
