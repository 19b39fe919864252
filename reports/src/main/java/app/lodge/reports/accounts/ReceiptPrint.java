package app.lodge.reports.accounts;

import app.lodge.core.accounts.Receipt;
import app.lodge.core.texts.Texts;
import app.lodge.reports.rendering.Paper;
import app.lodge.reports.rendering.Paper.Length;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A counter receipt, the same at each print: nothing on it comes from the moment of printing. What is
/// printed again says which copy it is (ID-21).
///
/// @param proof what the QR code says about the journal row (ID-50)
public record ReceiptPrint(Receipt receipt, String proof, Texts texts, ZoneId zone) {

    private static final String TEMPLATES = "app/lodge/reports/accounts/";

    /// @param label and `value`: one line for people
    record Line(String label, String value) {}

    /// For the proposal of a file's name: `receipt-t-000012`, with `-copy-2` where it is one.
    public String fileStem() {
        var stem = "receipt-" + number().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return receipt.copy() > 0 ? stem + "-copy-" + receipt.copy() : stem;
    }

    /// 80 mm wide, as long as needed.
    public Paper roll() {
        return paper("receipt_roll", new Length.Endless());
    }

    public Paper sheet() {
        return paper(
                "receipt_sheet",
                new Length.Sheets((page, pages) -> texts.get("reports.page", page, pages)));
    }

    /// 42 columns for a receipt printer.
    public String text() {
        return new ReceiptText(this).write();
    }

    String title() {
        return texts.get("reports.receipt.title");
    }

    /// Empty for the original.
    String copyMark() {
        return receipt.copy() > 0 ? texts.get("reports.receipt.copy", receipt.copy()) : "";
    }

    String amountLabel() {
        return texts.name(
                paidOut() ? "reports.receipt.paid-out-by" : "reports.receipt.paid-by",
                receipt.means());
    }

    String amount() {
        return texts.money(paidOut() ? receipt.amount().negated() : receipt.amount());
    }

    private boolean paidOut() {
        return receipt.amount().minor() < 0;
    }

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        lines.add(line("number", number()));
        lines.add(line("at", texts.time(receipt.at(), zone)));
        lines.add(line("account", Long.toString(receipt.account().number())));
        lines.add(line("person", Long.toString(receipt.person())));
        lines.add(line("balance-after", texts.money(receipt.balanceAfter())));
        lines.add(line("operator", receipt.operator()));
        lines.add(line("workstation", receipt.workstation()));
        lines.add(line("posting", Long.toString(receipt.posting())));
        lines.add(line("journal", Long.toString(receipt.journalNumber())));
        return lines;
    }

    String hashLabel() {
        return texts.get("reports.receipt.hash");
    }

    /// Groups of eight hexadecimal digits, four in a line: what an auditor compares with the journal.
    String hash() {
        return receipt.journalHash()
                .replaceAll("(.{8})(?=.)", "$1 ")
                .replaceAll("((?:.{8} ){3}.{8}) ", "$1\n");
    }

    private String number() {
        return "%s-%06d".formatted(receipt.series(), receipt.number());
    }

    private Line line(String name, String value) {
        return new Line(texts.get("reports.receipt." + name), value);
    }

    private Paper paper(String template, Length length) {
        var words = new HashMap<String, String>();
        words.put("site", receipt.site());
        words.put("title", title());
        words.put("copy", copyMark());
        words.put("amountLabel", amountLabel());
        words.put("amount", amount());
        words.put("hashLabel", hashLabel());
        words.put("hash", hash());
        words.put("verify", texts.get("reports.receipt.verify"));
        return new Paper(
                TEMPLATES + template,
                title() + " " + number(),
                receipt.site(),
                texts.locale(),
                receipt.at(),
                length,
                words,
                Map.of("code", proof),
                lines().stream()
                        .map(line -> Map.of("label", line.label(), "value", line.value()))
                        .toList());
    }
}
