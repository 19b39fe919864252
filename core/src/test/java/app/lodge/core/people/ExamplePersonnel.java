package app.lodge.core.people;

import app.lodge.core.people.index.Folding;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;

/// Makes the example personnel files that ship: 1,000 people whom nobody has met, seven rows with one
/// fault each. The same every time.
///
/// To write them anew: run {@link #main} in the module `core`.
final class ExamplePersonnel {

    static final Path FOLDER = Path.of("src/main/resources/app/lodge/core/people");
    static final int PEOPLE = 1_000;
    static final List<String> HEADINGS =
            List.of(
                    "Personnel no.",
                    "Family name",
                    "Given name",
                    "Date of birth",
                    "E-mail",
                    "Phone",
                    "Department",
                    "Street",
                    "House no.",
                    "Postcode",
                    "Town",
                    "Country");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final List<Land> LANDS =
            List.of(
                    new Land(
                            "Germany",
                            "Anna Jürgen Käthe Björn Sören Ludwig Frauke Heike",
                            "Müller Schäfer Groß Königsberger Voß Übelacker Weiß Brandt",
                            "Lindenstraße Bahnhofstraße Am_Mühlbach",
                            "Göttingen Lübeck Jena"),
                    new Land(
                            "Croatia",
                            "Đurđica Željko Ivana Mate Šime Krešimir Lucija Tonči",
                            "Horvat Kovačević Đaković Šimunović Žanić Babić Čulić Perić",
                            "Ilica Vukovarska_ulica",
                            "Zagreb Split Osijek"),
                    new Land(
                            "Poland",
                            "Łukasz Małgorzata Józef Żaneta Świętosława Paweł Agnieszka",
                            "Łęcki Wiśniewska Dąbrowski Żółkiewski Źrebiec Kamińska Nowak",
                            "Długa Świętojańska",
                            "Łódź Gdańsk Kraków"),
                    new Land(
                            "France",
                            "Chloé Étienne Zoë Benoît François Inès Loïc",
                            "Lefèvre Garçon D’Aubigné Péchard Noël Besançon",
                            "Rue_de_l’Église Avenue_Victor-Hugo",
                            "Orléans Nîmes Besançon"),
                    new Land(
                            "China", "伟 秀英 娜 敏 静 强 磊 洋", "王 李 张 刘 陈 杨 赵 欧阳", "人民路 中山路", "杭州 成都 西安"),
                    new Land(
                            "Greece",
                            "Ελένη Γιώργος Δήμητρα Νίκος Άννα",
                            "Παπαδόπουλος Οικονόμου Βασιλείου Ιωάννου",
                            "Ερμού Σταδίου",
                            "Πάτρα Βόλος"),
                    new Land(
                            "Ukraine",
                            "Олександр Марія Їжак Юрій Оксана",
                            "Шевченко Ковальчук Бойко Гнатюк",
                            "Хрещатик Садова",
                            "Львів Полтава"),
                    new Land(
                            "Ireland",
                            "Seán Aoife Niamh Ciarán Gráinne Oisín",
                            "O’Brien McCarthy Ó_Súilleabháin Walsh Byrne",
                            "Patrick_Street Mill_Lane",
                            "Galway Cork"),
                    new Land(
                            "Türkiye",
                            "İpek Çağla Işıl Oğuz Şule",
                            "Yılmaz Çelik Öztürk Kılıç",
                            "Atatürk_Caddesi Gül_Sokak",
                            "İzmir Eskişehir"),
                    new Land(
                            "Iceland",
                            "Þóra Ægir Sigríður Guðmundur",
                            "Þorsteinsdóttir Guðmundsson Ægisdóttir",
                            "Laugavegur",
                            "Reykjavík Akureyri"));
    private static final List<String> GROUPS =
            List.of("Works", "Office", "Canteen", "Forschung & Entwicklung", "Zarządzanie", "实验室");

    private ExamplePersonnel() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(FOLDER.resolve("example-personnel.csv"), csv(), StandardCharsets.UTF_8);
        Files.write(FOLDER.resolve("example-personnel.xlsx"), xlsx());
    }

    static List<List<String>> rows() {
        var random = new Random(20_261_122L);
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < PEOPLE; i++) {
            rows.add(person(i, random));
        }
        spoil(rows, 87, 1, "");
        spoil(rows, 214, 3, "31.02.1984");
        spoil(rows, 342, 4, "nowak(at)example.org");
        spoil(rows, 468, 0, rows.get(120 - 2).getFirst());
        spoil(rows, 591, 11, "Atlantis");
        spoil(rows, 723, 7, "Straße des langen Namens ".repeat(6).strip());
        spoil(rows, 888, 3, "14.05.2093");
        return rows;
    }

    /// @param row as a spreadsheet counts, the heading being row 1
    private static void spoil(List<List<String>> rows, int row, int column, String cell) {
        var spoiled = new ArrayList<>(rows.get(row - 2));
        spoiled.set(column, cell);
        rows.set(row - 2, spoiled);
    }

    private static List<String> person(int i, Random random) {
        var land = LANDS.get(random.nextInt(LANDS.size()));
        var given = pick(land.given(), random);
        var family = pick(land.family(), random);
        var birth = LocalDate.of(1958, 1, 1).plusDays(random.nextInt(17_500));
        var mailName = Folding.fold(family).replaceAll("[^a-z]", "");
        return List.of(
                "%05d".formatted(10_001 + i),
                family,
                given,
                birth.format(DAY),
                (mailName.isEmpty() ? "staff" : mailName) + (10_001 + i) + "@example.org",
                random.nextInt(3) == 0 ? "" : "+49 30 5550 %04d".formatted(random.nextInt(10_000)),
                GROUPS.get(random.nextInt(GROUPS.size())),
                pick(land.streets(), random),
                String.valueOf(1 + random.nextInt(140)),
                "%05d".formatted(random.nextInt(100_000)),
                pick(land.towns(), random),
                land.name());
    }

    private static String pick(String words, Random random) {
        var all = words.split(" ");
        return all[random.nextInt(all.length)].replace('_', ' ');
    }

    static String csv() {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(HEADINGS);
            rows().forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return "\uFEFF" + out;
    }

    static byte[] xlsx() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Lodge", null)) {
            var sheet = workbook.newWorksheet("Personnel");
            for (var column = 0; column < HEADINGS.size(); column++) {
                sheet.value(0, column, HEADINGS.get(column));
            }
            var rows = rows();
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < HEADINGS.size(); column++) {
                    var text = rows.get(row).get(column);
                    if (column == 3 && !text.startsWith("31.02.")) {
                        sheet.value(row + 1, column, LocalDate.parse(text, DAY));
                        sheet.style(row + 1, column).format("dd.mm.yyyy").set();
                    } else if (!text.isEmpty()) {
                        sheet.value(row + 1, column, text);
                    }
                }
            }
        }
        return out.toByteArray();
    }

    /// @param given words parted by spaces; `_` stands for a space
    private record Land(String name, String given, String family, String streets, String towns) {}
}
