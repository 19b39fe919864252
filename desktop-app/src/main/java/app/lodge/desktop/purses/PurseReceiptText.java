package app.lodge.desktop.purses;

import app.lodge.core.accounts.PurseReceipt;
import app.lodge.core.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/// What the holder gets for value put on a purse, given back or paid out: 42 columns, as on the
/// receipt printer.
public record PurseReceiptText(PurseReceipt receipt, ZoneId zone) {

    private static final int COLUMNS = 42;

    public String number() {
        return "%s-%06d".formatted(receipt.series(), receipt.number());
    }

    public String fileName() {
        return "receipt-" + number() + ".txt";
    }

    /// @param card its printed number
    public String words(Texts texts, String card) {
        boolean out = receipt.amount().minor() < 0;
        var amount = out ? receipt.amount().negated() : receipt.amount();
        var hash = receipt.journalHash();
        return String.join(
                "\n",
                List.of(
                        receipt.site(),
                        texts.get("reports.receipt.title"),
                        "",
                        line(texts, "reports.receipt.number", number()),
                        line(texts, "reports.receipt.at", texts.time(receipt.at(), zone)),
                        line(texts, "purse.receipt-card", card),
                        line(
                                texts,
                                out ? "purse.receipt-out" : "purse.receipt-in",
                                texts.money(amount)),
                        line(texts, "purse.receipt-balance", texts.money(receipt.balanceAfter())),
                        line(texts, "reports.receipt.operator", receipt.operator()),
                        line(texts, "reports.receipt.workstation", receipt.workstation()),
                        line(texts, "reports.receipt.posting", Long.toString(receipt.posting())),
                        line(
                                texts,
                                "reports.receipt.journal",
                                Long.toString(receipt.journalNumber())),
                        hash.substring(0, Math.min(COLUMNS, hash.length())),
                        ""));
    }

    private static String line(Texts texts, String key, String value) {
        var label = texts.get(key);
        int gap = Math.max(1, COLUMNS - label.length() - value.length());
        return label + " ".repeat(gap) + value;
    }

    /// @return the file's name
    public String write(Path target, String words) throws IOException {
        Files.writeString(target, words);
        return target.getFileName().toString();
    }
}
