package org.p13n.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.p13n.admin", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleBoundaryTest {
    @ArchTest
    static final ArchRule knowsOfTheAdapterOnlyItsSettingsAndStatus = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.p13n.broadleaf.event..",
                    "org.p13n.broadleaf.profile..",
                    "org.p13n.broadleaf.model..",
                    "org.p13n.broadleaf.ranking..",
                    "org.p13n.broadleaf.page..");

    @ArchTest
    static final ArchRule knowsOfTheEngineOnlyWhatInteractionsThereAre = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.p13n.engine.profile..", "org.p13n.engine.model..", "org.p13n.engine.ranking..");

    @ArchTest
    static final ArchRule leavesAllSqlToTheAdapter = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "javax.persistence..");

    @ArchTest
    static final ArchRule onlyControllersKnowTheWeb = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Controller")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.servlet..", "org.springframework.web..", "org.springframework.ui..");
}
