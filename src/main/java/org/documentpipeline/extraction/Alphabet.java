package org.documentpipeline.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The letters beyond a–z that a language is written with, the frequent ones first, and the
 * single-byte character sets in which such texts are found, the usual one first. Frequencies are
 * taken to fall as in Zipf's law: only their order counts.
 */
record Alphabet(boolean latin, Map<Integer, Double> logarithms, List<String> charsets) {
  static final double UNKNOWN = -7.0;

  private static final String WEST = "windows-1252 ISO-8859-15 x-MacRoman IBM850";
  private static final String MIDDLE = "windows-1250 ISO-8859-2 IBM852";
  private static final String BALTIC = "windows-1257 ISO-8859-13";
  private static final String CYRILLIC =
      "windows-1251 KOI8-R KOI8-U ISO-8859-5 IBM866 x-MacCyrillic IBM855";

  /** Western first: what reads alike in several sets is most likely in the most usual one. */
  static final List<Alphabet> ALL =
      List.of(
          latin("äüößé", WEST),
          latin("éèàêçôîûùâëïœæ", WEST),
          latin("óíáñéúüª", WEST),
          latin("ãçáéíóêõúâàôü", WEST),
          latin("èàùòìé", WEST),
          latin("äåöéü", WEST),
          latin("øåæéóäö", WEST),
          latin("ëéïöèüóáê", WEST),
          latin("áíðéóþöúæýø", WEST),
          latin("èàéíòóúçï·ü", WEST),
          latin(
              "àđáạảôâêưếộớấườủịăìợệùãúíọóòầểốồừứựậơụẩổỉởẹõũỏẻặắằữễỗẽỹéềýèẫỳĩẵẳửỡỷỵ",
              "windows-1258"),
          latin("óżęłąśćźń", MIDDLE),
          latin("íáéěýřžčšůúťóďň", MIDDLE),
          latin("áíčéúšýžľťôóňďäŕĺ", MIDDLE),
          latin("áéőöóüíúű", MIDDLE),
          latin("čšžćđ", MIDDLE),
          latin("ăîțşâţșéö", "windows-1250 ISO-8859-2 ISO-8859-16"),
          latin("ëç", WEST),
          latin("ıüşğöçİâîŞÜÖÇ", "windows-1254 IBM857"),
          latin("āīēšļņūžģčķō", BALTIC),
          latin("ėšųžįūčąę", BALTIC),
          latin("äõüöšž", "windows-1257 windows-1252 ISO-8859-15"),
          latin("ĉĝŝŭĵĥ", "ISO-8859-3"),
          latin("ħżċġàè", "ISO-8859-3"),
          other("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", CYRILLIC),
          other("оаиніетврсклдмупязьгбйчхюєжцшїщфґ", CYRILLIC),
          other("аиоетнрсвлпдкмзъугбчжяйщцхюшьф", CYRILLIC),
          other("аоиенрстувдкјмлпзгбчјцљњшћжхђџф", CYRILLIC),
          other("аеноіынстрлякўдцмупзьгбчшжйхюёэф", CYRILLIC),
          other("ατοιενσρκπυμςληδγάέίόχήθώύφβξζψϊ", "windows-1253 ISO-8859-7"),
          other("יוהלאתמרבנשדכחםעקפןסצטגזץךף", "windows-1255 ISO-8859-8"),
          other("المينروتبعدسفهةأكحقجذطصشخضىغثزئءإظآؤ،؛؟ًَُِّْٕٔ", "windows-1256 ISO-8859-6"),
          other("ایرندموهتبسشکگزلخفقعپآجحصچطضظغثژذئ،", "windows-1256"),
          other("านรกอเงวลมย่ทสตด้ั็ิีปคบใหะแ์ำไจพุชึขโูผซถธณฎฐฑฒฌญฏศษภฬฮๆฯฝฟฆ", "x-windows-874"));

  private static Alphabet latin(String letters, String charsets) {
    return of(true, letters, charsets);
  }

  private static Alphabet other(String letters, String charsets) {
    return of(false, letters, charsets);
  }

  private static Alphabet of(boolean latin, String letters, String charsets) {
    Map<Integer, Double> logarithms = new HashMap<>();
    int[] codes = letters.codePoints().distinct().toArray();
    double sum = 0;
    for (int i = 0; i < codes.length; i++) {
      sum += 1 / (i + 2.0);
    }
    for (int i = 0; i < codes.length; i++) {
      logarithms.put(codes[i], -Math.log((i + 2.0) * sum));
    }
    return new Alphabet(latin, logarithms, List.of(charsets.split(" ")));
  }

  /** How likely a letter is, as natural logarithm; for capitals, that of the small letter. */
  double of(int letter) {
    Double found = logarithms.get(letter);
    found = found == null ? logarithms.get(Character.toLowerCase(letter)) : found;
    return found == null ? UNKNOWN : found;
  }
}
