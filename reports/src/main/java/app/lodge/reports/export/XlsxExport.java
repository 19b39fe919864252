package app.lodge.reports.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook for people who calculate: sheet 1 holds the rows under a header that stays in view,
/// sheet 2 what the report is and what it sums to. Amounts and counts are numbers, times are dates in
/// the site's zone, texts are texts and never formulas.
public final class XlsxExport implements TableExport {

    private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm:ss";
    private static final int WIDEST = 60; // characters

    @Override
    public byte[] write(Table table) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Lodge", null)) {
            rows(book.newWorksheet(sheetName(table.about().title())), table);
            about(book.newWorksheet("Lodge"), table);
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook could not be written to memory", e);
        }
        return StableZip.of(bytes.toByteArray());
    }

    private static void rows(Worksheet sheet, Table table) {
        var zone = table.about().zone();
        for (var c = 0; c < table.columns().size(); c++) {
            sheet.value(0, c, table.columns().get(c).label());
            sheet.width(c, Math.min(WIDEST, width(table, c)));
        }
        for (var r = 0; r < table.rows().size(); r++) {
            var row = table.rows().get(r);
            for (var c = 0; c < row.size(); c++) {
                put(sheet, r + 1, c, row.get(c), zone);
            }
        }
        sheet.range(0, 0, 0, table.columns().size() - 1).style().bold().fillColor("E3EDF0").set();
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, table.rows().size(), table.columns().size() - 1);
    }

    private static void about(Worksheet sheet, Table table) {
        var about = table.about();
        sheet.width(0, 28);
        sheet.width(1, 36);
        sheet.value(0, 0, about.title());
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(1, 0, about.site());
        put(sheet, 1, 1, new Cell.Moment(about.generatedAt()), about.zone());
        sheet.value(2, 1, about.zone().getId());
        var r = 4;
        for (var parameter : about.parameters().entrySet()) {
            sheet.value(r, 0, parameter.getKey());
            sheet.value(r++, 1, parameter.getValue());
        }
        r++;
        for (var figure : table.figures()) {
            sheet.value(r, 0, figure.label());
            put(sheet, r++, 1, figure.value(), about.zone());
        }
    }

    private static void put(Worksheet sheet, int r, int c, Cell cell, ZoneId zone) {
        switch (cell) {
            case Cell.Words(var text) -> sheet.value(r, c, legal(text));
            case Cell.Whole(var number) -> sheet.value(r, c, number);
            case Cell.Amount(var money) -> {
                sheet.value(r, c, money.major());
                var digits = money.currency().getDefaultFractionDigits();
                sheet.style(r, c)
                        .format(digits > 0 ? "#,##0." + "0".repeat(digits) : "#,##0")
                        .set();
            }
            case Cell.Moment(var at) -> {
                sheet.value(r, c, LocalDateTime.ofInstant(at, zone));
                sheet.style(r, c).format(TIME_FORMAT).set();
            }
            case Cell.YesNo(var yes) -> sheet.value(r, c, yes);
            case Cell.Nothing() -> {}
        }
    }

    private static int width(Table table, int column) {
        var widest =
                table.columns().get(column).label().length() + 4; // room for the filter's arrow
        for (var row : table.rows()) {
            widest = Math.max(widest, PlainValue.of(row.get(column)).length() + 2);
        }
        return widest;
    }

    /// A sheet's name has at most 31 characters and none of \ / ? * [ ] : (ECMA-376 part 1, 18.2.19).
    private static String sheetName(String title) {
        var name = title.replaceAll("[\\\\/?*\\[\\]:]", " ").strip();
        return name.substring(0, Math.min(31, name.length()));
    }

    /// Control characters have no place in the sheet's XML, and a cell holds 32,767 characters.
    private static String legal(String text) {
        var clean = text.replaceAll("[\\p{Cc}&&[^\t\n\r]]|[\uFFFE\uFFFF]", "\uFFFD");
        return clean.length() > 32_767 ? clean.substring(0, 32_766) + "…" : clean;
    }
}
