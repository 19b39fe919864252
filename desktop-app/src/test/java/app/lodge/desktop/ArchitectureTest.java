package app.lodge.desktop;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executor;

/// The house's rules about who may know whom, over all modules.
@AnalyzeClasses(packages = "app.lodge", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> WIRING_OF_THE_BRIDGE =
            inPackage("app.lodge.bridge");
    private static final DescribedPredicate<JavaClass> WIRING =
            WIRING_OF_THE_BRIDGE.or(inPackage("app.lodge.desktop"));

    private static DescribedPredicate<JavaClass> inPackage(String name) {
        return DescribedPredicate.describe(
                "in " + name, type -> type.getPackageName().equals(name));
    }

    @ArchTest
    static final ArchRule coreKnowsNoOtherModuleAndNoDevice =
            noClasses()
                    .that()
                    .resideInAPackage("app.lodge.core..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "app.lodge.personalization..",
                            "app.lodge.reports..",
                            "app.lodge.bridge..",
                            "app.lodge.desktop..",
                            "javafx..",
                            "javax.smartcardio..",
                            "com.fazecast..",
                            "com.sun.jna..",
                            "net.sf.jasperreports..");

    @ArchTest
    static final ArchRule theThreeInTheMiddleDoNotKnowOneAnother =
            slices().matching("app.lodge.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(alwaysTrue(), resideInAPackage("app.lodge.core.."))
                    .ignoreDependency(resideInAPackage("app.lodge.desktop.."), alwaysTrue())
                    .ignoreDependency(WIRING_OF_THE_BRIDGE, resideInAPackage("app.lodge.reports.."))
                    .ignoreDependency(
                            resideInAPackage("app.lodge.bridge.virtual.."),
                            resideInAPackage("app.lodge.personalization.."));

    @ArchTest
    static final ArchRule nobodyKnowsTheDesktop =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("app.lodge.desktop..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("app.lodge.desktop..", "javafx..");

    /// Core's features share words: records, enums, sealed outcomes, exceptions and the doors
    /// themselves. What
    /// behaves must not go in circles.
    @ArchTest
    static final ArchRule featuresOfCoreAreFreeOfCycles =
            slices().matching("app.lodge.core.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .ignoreDependency(
                            alwaysTrue(),
                            DescribedPredicate.describe(
                                    "are words",
                                    type ->
                                            type.isRecord()
                                                    || type.isEnum()
                                                    || type.isInterface()
                                                    || type.isAssignableTo(Throwable.class)));

    @ArchTest
    static final ArchRule featuresOfPersonalizationAreFreeOfCycles =
            freeOfCycles("personalization");

    @ArchTest static final ArchRule featuresOfReportsAreFreeOfCycles = freeOfCycles("reports");

    @ArchTest static final ArchRule featuresOfTheBridgeAreFreeOfCycles = freeOfCycles("bridge");

    @ArchTest static final ArchRule featuresOfTheDesktopAreFreeOfCycles = freeOfCycles("desktop");

    private static ArchRule freeOfCycles(String module) {
        return slices().matching("app.lodge." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    @ArchTest
    static final ArchRule viewModelsKnowNoNodes =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..");

    /// So that the map of keys has them all.
    @ArchTest
    static final ArchRule keysAreBoundInOneWay =
            noClasses()
                    .that()
                    .resideInAPackage("app.lodge.desktop..")
                    .and()
                    .doNotHaveFullyQualifiedName("app.lodge.desktop.shell.Keys")
                    .and()
                    .resideOutsideOfPackage("app.lodge.desktop.shell.wedge..")
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.<JavaMethodCall>describe(
                                    "ask which key was struck",
                                    call -> asksForTheKey(call.getTarget())));

    private static boolean asksForTheKey(MethodCallTarget target) {
        var owner = target.getOwner().getName();
        return owner.equals("javafx.scene.input.KeyEvent") && target.getName().equals("getCode")
                || owner.startsWith("javafx.scene.input.Key") && target.getName().equals("match");
    }

    @ArchTest
    static final ArchRule onlyTheShellTouchesThreads =
            noClasses()
                    .that()
                    .resideInAPackage("app.lodge.desktop..")
                    .and()
                    .resideOutsideOfPackages(
                            "app.lodge.desktop.shell..",
                            "app.lodge.desktop.commandline..",
                            "app.lodge.desktop.demo..",
                            "app.lodge.desktop.link..")
                    .and()
                    // Closes a bridge that runs in this process when the machine goes down.
                    .doNotHaveSimpleName("Wiring")
                    .should()
                    .dependOnClassesThat(
                            DescribedPredicate.describe(
                                    "touch threads",
                                    type ->
                                            type.getName().equals("javafx.application.Platform")
                                                    || type.getName().equals("java.lang.Thread")
                                                    || type.isAssignableTo(Executor.class)));

    @ArchTest
    static final ArchRule jooqStaysInBooksAndStores =
            noClasses()
                    .that()
                    .resideInAPackage("app.lodge..")
                    .and()
                    .resideOutsideOfPackages("app.lodge.core.books..", "app.lodge..tables..")
                    .and()
                    .haveSimpleNameNotEndingWith("Store")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.jooq..");

    @ArchTest
    static final ArchRule storesArePackagePrivate =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Store")
                    .and()
                    .resideInAPackage("app.lodge..")
                    .should()
                    .bePackagePrivate()
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule transactionsStayInCore =
            noClasses()
                    .that(
                            resideInAPackage("app.lodge..")
                                    .and(
                                            DescribedPredicate.not(
                                                    resideInAPackage("app.lodge.core..")
                                                            .or(WIRING_OF_THE_BRIDGE))))
                    .should()
                    .dependOnClassesThat(
                            DescribedPredicate.describe(
                                    "are Books or Tx",
                                    type ->
                                            type.getName().equals("app.lodge.core.books.Books")
                                                    || type.getName()
                                                            .equals("app.lodge.core.books.Tx")));

    @ArchTest
    static final ArchRule theDesktopNeverOpensTheDatabase =
            noClasses()
                    .that()
                    .resideInAPackage("app.lodge.desktop..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "org.jooq..", "org.h2..");

    @ArchTest
    static final ArchRule onlyWiringKnowsVirtualDevices =
            noClasses()
                    .that(
                            resideInAPackage("app.lodge..")
                                    .and(
                                            DescribedPredicate.not(
                                                    resideInAnyPackage(
                                                                    "app.lodge..virtual..",
                                                                    "app.lodge.desktop.demo..",
                                                                    "app.lodge.desktop.workstation..",
                                                                    "app.lodge.desktop.commandline..")
                                                            .or(WIRING))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("app.lodge..virtual..");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses()
                    .that()
                    .resideInAPackage("app.lodge..")
                    .should()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule nobodyPrints =
            noClasses()
                    .that()
                    .resideInAPackage("app.lodge..")
                    .and()
                    .resideOutsideOfPackages(
                            "app.lodge.desktop.commandline..", "app.lodge.desktop.demo..")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    @ArchTest
    static final ArchRule oldLoggingAndDatesAreNotUsed =
            noClasses()
                    .that()
                    .resideInAPackage("app.lodge..")
                    .and()
                    // The certificate interfaces of the JDK and of Bouncy Castle know no Instant.
                    .resideOutsideOfPackages(
                            "app.lodge.bridge.certificates..", "app.lodge.bridge.joining..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.logging..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Date");

    @ArchTest
    static final ArchRule moneyAndMessagesAreWhole =
            fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(
                            "app.lodge.core.money..",
                            "app.lodge.core.accounts..",
                            "app.lodge.core.devices..",
                            "app.lodge.bridge..")
                    .should()
                    .notHaveRawType(double.class)
                    .andShould()
                    .notHaveRawType(float.class);

    @ArchTest
    static final ArchRule timeIsInjected =
            noClasses()
                    .that()
                    .resideInAPackage("app.lodge..")
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.<JavaMethodCall>describe(
                                    "ask the machine for the time",
                                    call -> asksForTheTime(call.getTarget())));

    private static boolean asksForTheTime(MethodCallTarget target) {
        var owner = target.getOwner().getName();
        return owner.startsWith("java.time.") && target.getName().equals("now")
                || owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
    }
}
