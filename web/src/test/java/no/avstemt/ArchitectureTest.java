package no.avstemt;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

@AnalyzeClasses(packages = "no.avstemt", importOptions = ArchitectureTest.OnlyTheProgram.class)
class ArchitectureTest {

    /** Neither this module's test classes nor the other modules' test jars. */
    static final class OnlyTheProgram implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("test-classes") && !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule domain_knows_only_itself_and_a_little_of_the_jdk = classes()
            .that()
            .resideInAPackage("no.avstemt.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "no.avstemt.domain..",
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "java.math..",
                    "java.io..",
                    "java.nio..",
                    "java.security..",
                    "java.text..",
                    "org.jspecify..")
            .because("what is true about money and books needs no framework");

    @ArchTest
    static final ArchRule application_knows_the_domain_and_the_jdk = classes()
            .that()
            .resideInAPackage("no.avstemt.application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "no.avstemt.application..", "no.avstemt.domain..", "java..", "javax.crypto..", "org.jspecify..")
            .because("use cases outlive every library");

    @ArchTest
    static final ArchRule vipps_knows_neither_persistence_nor_web = noClasses()
            .that()
            .resideInAPackage("no.avstemt.vipps..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("no.avstemt.persistence..", "no.avstemt.web..", "no.avstemt");

    @ArchTest
    static final ArchRule persistence_knows_neither_vipps_nor_web = noClasses()
            .that()
            .resideInAPackage("no.avstemt.persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("no.avstemt.vipps..", "no.avstemt.web..", "no.avstemt");

    @ArchTest
    static final ArchRule only_the_composition_root_sees_adapters = noClasses()
            .that()
            .resideInAPackage("no.avstemt.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("no.avstemt.vipps..", "no.avstemt.persistence..", "no.avstemt")
            .because("only the root package puts the parts together");

    @ArchTest
    static final ArchRule the_simulator_shares_nothing_with_the_client_but_http = noClasses()
            .that()
            .resideInAPackage("no.avstemt.vipps.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "no.avstemt.vipps.client..",
                    "no.avstemt.vipps.wire..",
                    "no.avstemt.domain..",
                    "no.avstemt.application..")
            .because("a misreading in the client must not be able to hide in the simulator");

    @ArchTest
    static final ArchRule concepts_of_the_domain_form_no_cycles =
            slices().matching("no.avstemt.domain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule money_and_time_use_no_other_concept = classes()
            .that()
            .resideInAnyPackage("no.avstemt.domain.money..", "no.avstemt.domain.time..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("no.avstemt.domain.money..", "no.avstemt.domain.time..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule sql_stays_in_persistence = noClasses()
            .that(resideOutsideOfPackages("no.avstemt.persistence.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.postgresql..", "org.flywaydb..");

    @ArchTest
    static final ArchRule only_the_database_package_holds_connections = noClasses()
            .that(resideInAPackage("no.avstemt.persistence.."))
            .and(resideOutsideOfPackages("no.avstemt.persistence.database.."))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.jdbi.v3.core.Jdbi")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("javax.sql..")
            .because("a store takes the handle of its transaction, so nothing escapes its client");

    @ArchTest
    static final ArchRule json_is_read_and_written_at_the_edges = noClasses()
            .that(resideOutsideOfPackages("no.avstemt.vipps..", "no.avstemt.web.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule nobody_asks_the_time_except_through_a_clock = noClasses()
            .that(resideOutsideOfPackages("no.avstemt"))
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule randomness_comes_through_a_port = noClasses()
            .that(resideInAPackage("no.avstemt.domain.."))
            .or(resideInAPackage("no.avstemt.application.."))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class);

    @ArchTest
    static final ArchRule no_floating_point_near_money = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("no.avstemt.domain..", "no.avstemt.application..")
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class);

    @ArchTest
    static final ArchRule no_old_dates =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Date");

    @ArchTest
    static final ArchRule no_static_state = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(resideOutsideOfPackages("no.avstemt.web.templates.."))
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule a_name_says_the_concept = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .because("such a name means that the concept is still missing");
}
