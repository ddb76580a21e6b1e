package org.documentpipeline.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FurnitureTest {

  /** The lines that are left of each page. */
  private static List<String> read(int pages, IntFunction<String> page) {
    return read(new Bookmarks(), pages, page);
  }

  private static List<String> read(Bookmarks bookmarks, int pages, IntFunction<String> page) {
    EdgeCounts edges = new EdgeCounts();
    for (int i = 1; i <= pages; i++) {
      edges.add(PageLines.of(i, page.apply(i)));
    }
    Furniture furniture = new Furniture(pages, edges, bookmarks);
    List<PageLines> left = new ArrayList<>();
    for (int i = 1; i <= pages; i++) {
      PageLines decided = furniture.add(PageLines.of(i, page.apply(i)));
      if (decided != null) {
        left.add(decided);
      }
    }
    for (PageLines decided = furniture.end(); decided != null; decided = furniture.end()) {
      left.add(decided);
    }
    assertThat(left).extracting(PageLines::number).isSorted().hasSize(pages);
    return left.stream().map(kept -> String.join("\n", kept.lines())).toList();
  }

  /** Words that are different on each page. */
  private static String body(int page) {
    return java.util.stream.IntStream.range(0, 12)
        .mapToObj(
            line -> "Word" + "abcdefghij".charAt(page % 10) + " and " + "xyz".repeat(page) + line)
        .map(line -> line.replaceAll("\\d", "k") + " it is " + Integer.toString(page, 36) + "q.")
        .collect(Collectors.joining("\n"));
  }

  @Test
  void headsThatChangeWithTheChapterFeetAndNumbersGo() {
    List<String> left =
        read(
            60,
            page ->
                (page % 2 == 0
                        ? page + 10 + " THE BOOK"
                        : "Chapter " + page / 20 + "\t" + (page + 10))
                    + "\n"
                    + body(page)
                    + "\n4TH PROOF\nbook_"
                    + page
                    + ".qxd 2/10/04");
    for (int page = 1; page <= 60; page++) {
      assertThat(left.get(page - 1)).isEqualTo(body(page));
    }
  }

  @Test
  void aHeadThatOccursOnlyOnceGoesWithThePagesNumber() {
    List<String> left =
        read(
            20,
            page ->
                body(page)
                    + "\nTitle"
                    + "abcdefghijklmnopqrstuvwxyz".charAt(page)
                    + " "
                    + (page + 7));
    for (int page = 2; page <= 19; page++) {
      assertThat(left.get(page - 1)).isEqualTo(body(page));
    }
  }

  @Test
  void romanNumbersAreNumbers() {
    String[] roman = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    List<String> left = read(9, page -> body(page) + "\nPREFACE " + roman[page - 1]);
    assertThat(left).allSatisfy(page -> assertThat(page).doesNotContain("PREFACE"));
  }

  @Test
  void whatIsAtTheEdgeOfManyPagesGoesWhereverItStands() {
    List<String> left =
        read(
            40,
            page ->
                page == 17 ? body(1) + "\n" + "THE BOOK\n" + body(2) : "THE BOOK\n" + body(page));
    assertThat(left.get(16)).isEqualTo(body(1) + "\n" + body(2));
  }

  @Test
  void theTitleOnTheFirstPageAndLinesOfTheBodyStay() {
    List<String> left =
        read(
            12,
            page ->
                "On Liberty\n"
                    + body(page)
                    + (page % 2 == 0 ? "\nYes, he said again.\n" : "\n")
                    + body(page + 20));
    assertThat(left.get(0)).startsWith("On Liberty\n");
    assertThat(left.get(1)).doesNotContain("On Liberty").contains("Yes, he said again.");
  }

  @Test
  void pagesThatAreAllAlikeAreKeptWhole() {
    assertThat(read(6, page -> "Page " + page))
        .containsExactly("Page 1", "Page 2", "Page 3", "Page 4", "Page 5", "Page 6");
  }

  @Test
  void aPageOfNothingElseIsEmpty() {
    List<String> left = read(30, page -> "THE BOOK " + page + "\n" + (page == 9 ? "" : body(page)));
    assertThat(left.get(8)).isEmpty();
  }

  @Test
  void aLoneNumberAtTheEdgeIsThePages() {
    assertThat(read(1, page -> "17\nThe text of it.\nIn 1999\n3"))
        .containsExactly("The text of it.\nIn 1999");
  }

  /** A statute: two to three articles a page, so that many are near its edges. */
  @Test
  void headingsWithNumbersOfTheirOwnStay() {
    for (String word : new String[] {"Article", "Section", "\u00A7", "Art."}) {
      int[] next = {1};
      String[] pages = new String[50];
      for (int page = 0; page < pages.length; page++) {
        List<String> lines = new ArrayList<>(List.of(body(page).split("\n")));
        for (int at : new int[] {page % 4, 6, 9 + page % 3}) {
          lines.add(at, word + " " + next[0]++);
        }
        pages[page] = String.join("\n", lines) + "\n" + (page + 1);
      }
      List<String> left = read(50, page -> pages[page - 1]);
      for (int page = 0; page < 50; page++) {
        assertThat(left.get(page) + "\n" + (page + 1)).isEqualTo(pages[page]);
      }
    }
  }

  @Test
  void anArticleAPageIsNoHead() {
    List<String> left = read(30, page -> "Article " + page + "\n" + body(page));
    assertThat(left.get(14)).startsWith("Article 15\n");
  }

  @Test
  void rowsOfNumbersStay() {
    java.util.Random random = new java.util.Random(7);
    for (int most : new int[] {10, 100}) {
      for (String first : new String[] {"", "Berlin "}) {
        String[] pages = new String[10];
        for (int page = 0; page < pages.length; page++) {
          StringBuilder rows = new StringBuilder();
          for (int row = 0; row < 40; row++) {
            rows.append(row > 0 ? "\n" : "").append(first).append(2000 + random.nextInt(20));
            for (int cell = 0; cell < 3; cell++) {
              rows.append(' ').append(random.nextInt(most));
            }
          }
          pages[page] = rows.toString();
        }
        List<String> left = read(10, page -> pages[page - 1]);
        for (int page = 0; page < pages.length; page++) {
          assertThat(left.get(page).lines()).containsExactly(pages[page].split("\n"));
        }
      }
    }
  }

  @Test
  void aColumnOfNumbersStays() {
    String[] pages = new String[10];
    for (int page = 0; page < pages.length; page++) {
      pages[page] =
          body(page)
              + "\n"
              + (page * 37 + 3) % 100
              + "\n"
              + (page * 53 + 11) % 100
              + "\n"
              + (page * 71 + 5) % 100;
    }
    List<String> left = read(10, page -> pages[page - 1]);
    assertThat(left).containsExactly(pages);
  }

  @Test
  void headsThatNameTheSectionOfThePageGo() {
    List<String> left =
        read(
            20,
            page ->
                "Title 21, \u00A7 1308."
                    + (10 + page / 3)
                    + "\n"
                    + body(page)
                    + (page % 3 == 0 ? "\n\u00A7 1308." + (10 + page / 3) + " Of drugs" : "")
                    + "\n"
                    + body(page + 20));
    assertThat(left.subList(2, 20)).allSatisfy(page -> assertThat(page).doesNotContain("Title"));
    assertThat(left.get(2)).contains("\u00A7 1308.11 Of drugs");
  }

  @Test
  void numbersThatChangeWithoutThePagesAndAreNowhereElseStay() {
    List<String> left =
        read(20, page -> "Invoice with number " + page * 37 % 1000 + "\n" + body(page));
    assertThat(left.get(10)).startsWith("Invoice with number 407\n");
  }

  @Test
  void aHeadInTheMiddleOfTheContentGoesWithItsNumber() {
    List<String> left =
        read(
            40,
            page ->
                page == 17
                    ? body(1) + "\nTHE BOOK 17\n" + body(2) + "\nfoot Page 17"
                    : "THE BOOK " + page + "\n" + body(page) + "\nfoot Page " + page);
    assertThat(left.get(16)).isEqualTo(body(1) + "\n" + body(2));
  }

  /** The last section has two pages, so its head is there only once. */
  @Test
  void aHeadOfTheSectionAndTheNumberOfThePageGoAlsoWhereTheyAreOnce() {
    List<String> left =
        read(
            20,
            page ->
                switch (page) {
                  case 18 -> "ACKNOWLEDGMENTS\n" + body(page);
                  case 19 -> body(page) + "\n25 ACKNOWLEDGMENTS";
                  case 20 -> body(page) + "\n26";
                  default -> body(page);
                });
    assertThat(left.get(17)).startsWith("ACKNOWLEDGMENTS\n");
    assertThat(left.get(18)).isEqualTo(body(19));
  }

  @Test
  void whatLooksLikeSuchAHeadAndIsNoneStays() {
    // Another number than the page has; another title; a title that is further on.
    String[] lines = {"19 ACKNOWLEDGMENTS", "25 ACKNOWLEDGEMENTS", "25 NOTES", "Article 25"};
    for (String line : lines) {
      List<String> left =
          read(
              21,
              page ->
                  switch (page) {
                    case 18 -> "ACKNOWLEDGMENTS\n" + body(page);
                    case 20 -> line + "\n" + body(page);
                    case 21 -> "NOTES\n" + body(page) + "\n26";
                    default -> body(page);
                  });
      assertThat(left.get(19)).startsWith(line + "\n");
    }
  }

  @Test
  void aNumberedTitleOnThePageWithItsNumberIsNoHead() {
    Bookmarks bookmarks = new Bookmarks();
    bookmarks.add("Introduction", 3, 2);
    bookmarks.add("What it is", 4, 2);
    List<String> left =
        read(
            bookmarks,
            5,
            page ->
                switch (page) {
                  case 2 -> "Introduction\n" + body(page);
                  case 3 -> "1 Introduction\n" + body(page) + "\n1";
                  case 4 -> "2 What it is\n" + body(page) + "\n2";
                  case 5 -> body(page) + "\nWhat it is 3\n";
                  default -> body(page);
                });
    assertThat(left.get(2)).startsWith("1 Introduction\n");
    assertThat(left.get(3)).startsWith("2 What it is\n");
    assertThat(left.get(4)).isEqualTo(body(5));
  }

  @Test
  void authorsBesideTheNumberOfThePageAreAHead() {
    assertThat(read(2, page -> page == 2 ? "2 Z. Shen et al.\n" + body(2) : body(1)).get(1))
        .isEqualTo(body(2));
    assertThat(read(2, page -> page == 2 ? "2 A. Li and J.-B. Roy\n" + body(2) : body(1)).get(1))
        .isEqualTo(body(2));
    for (String line :
        new String[] {"3 Z. Shen et al.", "2 Z. Shen et al. say", "Z. Shen et al."}) {
      assertThat(read(2, page -> page == 2 ? line + "\n" + body(2) : body(1)).get(1))
          .startsWith(line);
    }
  }
}
