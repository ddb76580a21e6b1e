package org.documentpipeline.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

  private static final String GERMAN =
      "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und"
          + " Gewissen begabt und sollen einander im Geist der Brüderlichkeit begegnen.";
  private static final String ENGLISH =
      "All human beings are born free and equal in dignity and rights. They are endowed with reason"
          + " and conscience and should act towards one another in a spirit of brotherhood.";
  private static final Options AUTO = new Options("medium", "auto", null);

  private final Languages builtin = new Languages(new ModelInfo("builtin", "extractive", null));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|All human beings are born free and equal in dignity and rights. They are endowed with reason.",
        "de|Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
        "fr|Tous les êtres humains naissent libres et égaux en dignité et en droits.",
        "es|Todos los seres humanos nacen libres e iguales en dignidad y derechos y deben comportarse.",
        "it|Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti.",
        "pt|O relatório descreve a situação da cidade e os problemas que não foram resolvidos. A câmara decidiu que as obras começam em maio.",
        "gl|Tódolos seres humanos nacen libres e iguais en dignidade e dereitos e, dotados como están de razón e conciencia, débense comportar fraternalmente uns cos outros.",
        "nl|Alle mensen worden vrij en gelijk in waardigheid en rechten geboren. Zij zijn begiftigd met verstand.",
        "sv|Alla människor är födda fria och lika i värde och rättigheter. De har utrustats med förnuft.",
        "da|Alle mennesker er født frie og lige i værdighed og rettigheder. De er udstyret med fornuft, og de bør handle mod hverandre i en broderskabets ånd.",
        "no|Alle mennesker er født frie og med samme menneskeverd og menneskerettigheter. De er utstyrt med fornuft og bør handle mot hverandre i brorskapets ånd.",
        "fi|Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan. Heille on annettu järki, ja heidän on toimittava toisiaan kohtaan.",
        "pl|Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i powinni postępować wobec innych.",
        "cs|Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem a mají spolu jednat v duchu bratrství.",
        "sk|Všetci ľudia sa rodia slobodní a sebe rovní, čo sa týka ich dôstojnosti a práv. Sú obdarení rozumom a majú navzájom jednať v bratskom duchu.",
        "hu|Minden emberi lény szabadon születik és egyenlő méltósága és joga van. Az emberek ésszel bírnak és egymással szemben kell hogy viseltessenek.",
        "ro|Toate ființele umane se nasc libere și egale în demnitate și în drepturi. Ele sunt înzestrate cu rațiune.",
        "tr|Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve birbirlerine karşı olarak bu gibi.",
        "ru|Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом.",
        "uk|Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і повинні діяти у відношенні.",
        "bg|Всички хора се раждат свободни и равни по достойнство и права. Те са надарени с разум и следва да се отнасят помежду си.",
        "el|Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι.",
        "he|כל בני האדם נולדו בני חורין ושווים בערכם.",
        "ar|يولد جميع الناس أحراراً متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميراً وعليهم أن يعامل بعضهم بعضاً.",
        "fa|تمام افراد بشر آزاد به دنیا می آیند و از لحاظ حیثیت و حقوق با هم برابرند. همه دارای عقل هستند.",
        "ur|تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔ انہیں ضمیر اور عقل ودیعت ہوئی ہے۔ اس لئے انہیں ایک دوسرے کے ساتھ",
        "hi|सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
        "th|มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกัน",
        "ko|모든 인간은 태어날 때부터 자유로우며 동등하다.",
        "ja|すべての人間は、生まれながらにして自由であり、平等である。",
        "zh|人人生而自由，在尊严和权利上一律平等。",
        "vi|Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền. Mọi người đều được tạo hoá ban cho lý trí.",
        "id|Semua orang dilahirkan merdeka dan mempunyai martabat dan hak-hak yang sama. Mereka dikaruniai akal dan hati nurani dan hendaknya bergaul satu sama lain.",
        "ka|ყველა ადამიანი იბადება თავისუფალი.",
        "hy|Բոլոր մարդիկ ծնվում են ազատ ու հավասար.",
        "sw|Watu wote wamezaliwa huru, hadhi na haki zao ni sawa. Wote wamejaliwa akili na dhamiri, hivyo yapasa watendeane kwa ndugu."
      })
  void tellsTheLanguageOfATextByScriptAndWords(String language, String text) {
    assertThat(builtin.in(text, null, AUTO).detected()).isEqualTo(language);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"1 2 3 4.5", "xqz zrt plk", "Kubernetes GmbH 2024", "\ud83d\ude00"})
  void whatTellsNothingStaysOpen(String text) {
    assertThat(builtin.in(text, null, AUTO)).isEqualTo(AUTO);
  }

  /** Two languages that share the words of a short text: a wrong name would be worse than none. */
  @Test
  void whatCouldBeEitherOfTwoLanguagesStaysOpen() {
    String norwegianOrDanish =
        "Rapporten beskriver situasjonen i byen. Hun har en by, og han har en til.";
    assertThat(builtin.in(norwegianOrDanish, null, AUTO).detected()).isNull();
  }

  @Test
  void ofAMixedDocumentMostWordsCount() {
    String mostlyGerman =
        (ENGLISH + "\n\n").repeat(3) + (GERMAN + "\n \n").repeat(7) + "1 2 3\n\n人人生而自由。";
    assertThat(builtin.in(mostlyGerman, null, AUTO).detected()).isEqualTo("de");
    String mostlyEnglish = (ENGLISH + "\n\n").repeat(7) + (GERMAN + "\n\n").repeat(3);
    assertThat(builtin.in(mostlyEnglish, null, AUTO).detected()).isEqualTo("en");
  }

  @Test
  void whatIsWantedOtherwiseStaysAsItIs() {
    assertThat(builtin.in(GERMAN, "Die Rechte", new Options("long", "pt-BR", "Rechte")))
        .isEqualTo(new Options("long", "pt-BR", "Rechte", "de", "Die Rechte"));
  }

  @ParameterizedTest
  @CsvSource({
    "de,fr,'The built-in model can not translate into French: the summary is in German, the document''s language.'",
    "zh,en-GB,'The built-in model can not translate into English (United Kingdom): the summary is in Chinese, the document''s language.'",
    ",ja,'The built-in model can not translate into Japanese: the summary is in the document''s own language.'"
  })
  void builtinWarnsThatItCanNotTranslate(String detected, String asked, String detail) {
    String warning = builtin.warning(new Options("short", asked, null, detected, null));
    assertThat(warning)
        .contains("\"code\":\"language-not-available\"", "\"detail\":\"" + detail + "\"");
  }

  @ParameterizedTest
  @CsvSource({"de,auto", ",auto", "de,de", "de,DE-at", "zh,zh-Hant-TW", "no,nb", "he,iw"})
  void builtinDoesNotWarnOfTheDocumentsOwnLanguage(String detected, String asked) {
    assertThat(builtin.warning(new Options("short", asked, null, detected, null))).isNull();
  }

  @Test
  void modelsThatTranslateNeedNoWarning() {
    Languages model = new Languages(new ModelInfo("openai", "gpt", null));
    assertThat(model.warning(new Options("short", "fr", null, "de", null))).isNull();
  }

  /** What a summary is in: the wanted language, unless its words are clearly of another. */
  @ParameterizedTest
  @CsvSource({
    "openai,auto,de,german,de",
    "openai,auto,en,german,de",
    "openai,auto,,german,de",
    "openai,auto,,short,",
    "openai,de-AT,en,german,de-AT",
    "openai,fr,en,german,de",
    "openai,fr,en,short,fr",
    "openai,ja,de,numbers,ja",
    "builtin,fr,de,german,de",
    "builtin,fr,de,short,de",
    "builtin,fr,,numbers,",
    "builtin,auto,en,german,de"
  })
  void aSummaryIsInTheLanguageItsWordsAreOf(
      String provider, String asked, String detected, String text, String expected) {
    Languages languages = new Languages(new ModelInfo(provider, "m", null));
    String words =
        switch (text) {
          case "german" -> GERMAN;
          case "short" -> "Alle Menschen sind frei und gleich.";
          default -> "1 2 3 ".repeat(20);
        };
    assertThat(languages.ofSummary(words, new Options("short", asked, null, detected, null)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"de,true", "de-CH,true", "en,false", "ja,false", ",true"})
  void onlyClearWordsSpeakAgainstALanguage(String language, boolean can) {
    assertThat(builtin.isIn(language, GERMAN)).isEqualTo(can);
    assertThat(builtin.isIn(language, "1 2 3")).isTrue();
    assertThat(builtin.isIn(language, "Part 1 is of a harbour.")).as("too little to tell").isTrue();
  }
}
