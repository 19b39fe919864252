package app.lodge.core.exports;

import static app.lodge.core.exports.Column.amount;
import static app.lodge.core.exports.Column.date;
import static app.lodge.core.exports.Column.flag;
import static app.lodge.core.exports.Column.number;
import static app.lodge.core.exports.Column.text;
import static app.lodge.core.exports.Column.time;

import app.lodge.core.books.Permission;
import java.util.List;

/// What can be taken over into another system. Columns are only ever added at the end;
/// `docs/exports.md` says what each means.
public enum Entity {
    PEOPLE(
            Permission.EXPORT_PEOPLE,
            number("person"),
            text("state"),
            text("personnel_number"),
            text("given_name"),
            text("family_name"),
            date("birth_date"),
            text("email"),
            text("phone"),
            text("group"),
            text("street"),
            text("house_number"),
            text("postcode"),
            text("town"),
            text("country"),
            time("changed_at")),
    ACCOUNTS(
            Permission.SEE_BOOKS,
            number("account"),
            text("kind"),
            text("label"),
            number("person"),
            text("currency"),
            amount("balance"),
            amount("reserved"),
            amount("overdraft"),
            flag("blocked"),
            text("block_reason"),
            time("opened_at"),
            time("closed_at")),
    POSTINGS(
            Permission.SEE_BOOKS,
            number("posting"),
            text("kind"),
            date("business_date"),
            time("occurred_at"),
            time("booked_at"),
            text("origin"),
            text("origin_key"),
            number("device"),
            number("operator"),
            number("reverses"),
            flag("late"),
            flag("forced")),
    /// Double-entry lines for an accounting system.
    ACCOUNTING(
            Permission.SEE_BOOKS,
            number("posting"),
            number("line"),
            date("business_date"),
            text("business_case"),
            number("account"),
            text("account_kind"),
            text("account_label"),
            text("currency"),
            amount("debit"),
            amount("credit"),
            text("tax_codes"),
            amount("tax"),
            number("reverses")),
    MEDIA(
            Permission.SEE_MEDIA,
            number("medium"),
            text("kind"),
            number("person"),
            number("issue_number"),
            text("state"),
            text("chip"),
            number("key_version"),
            text("block_reason"),
            text("layout"),
            time("created_at"),
            time("changed_at")),
    DEVICES(
            Permission.SEE_DEVICES,
            number("device"),
            text("name"),
            text("kind"),
            text("label"),
            text("place"),
            text("state"),
            time("certificate_until"),
            time("created_at")),
    JOURNAL(
            Permission.SEE_JOURNAL,
            number("row"),
            time("at"),
            text("kind"),
            number("operator"),
            text("actor"),
            text("workstation"),
            text("subject"),
            text("content"),
            text("hash"));

    private final Permission permission;
    private final List<Column> columns;

    Entity(Permission permission, Column... columns) {
        this.permission = permission;
        this.columns = List.of(columns);
    }

    Permission permission() {
        return permission;
    }

    public List<Column> columns() {
        return columns;
    }
}
