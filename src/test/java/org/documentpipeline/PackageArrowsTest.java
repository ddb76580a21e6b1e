package org.documentpipeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;

/** Which package may use which: the table in the README, kept. */
@AnalyzeClasses(
    packages = "org.documentpipeline",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PackageArrowsTest {
  private static final String ROOT = "org.documentpipeline";
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("embedded", List.of()),
          Map.entry("weighing", List.of()),
          Map.entry("intake", List.of("weighing", "routing")),
          Map.entry("extraction", List.of("weighing")),
          Map.entry("chunking", List.of("extraction")),
          Map.entry("summarizing", List.of("chunking")),
          Map.entry("failures", List.of("extraction", "summarizing", "routing")),
          Map.entry("queueing", List.of("routing")),
          Map.entry("progress", List.of()),
          Map.entry("streaming", List.of("progress")),
          Map.entry("web", List.of("routing")),
          Map.entry("routing", List.of()));

  @ArchTest
  static void everyPackageUsesOnlyWhatItMay(com.tngtech.archunit.core.domain.JavaClasses all) {
    MAY_USE.forEach((name, others) -> rule(name, others).check(all));
  }

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  private static ArchRule rule(String name, List<String> others) {
    DescribedPredicate<JavaClass> allowed =
        DescribedPredicate.describe(
            "outside the project, the exception of a failed start, or in " + name + " or " + others,
            used ->
                !used.getPackageName().startsWith(ROOT)
                    || used.isEquivalentTo(StartupException.class)
                    || isIn(used, name)
                    || others.stream().anyMatch(other -> isIn(used, other)));
    return classes()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .onlyDependOnClassesThat(allowed);
  }

  private static boolean isIn(JavaClass used, String name) {
    return (used.getPackageName() + ".").startsWith(ROOT + "." + name + ".");
  }
}
