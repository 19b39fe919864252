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
            time("changed_at"),
            text("branch")),
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
            text("hash")),
    GROUPS(
            Permission.SEE_BOOKS,
            number("group"),
            text("name"),
            number("members"),
            time("created_at")),
    GROUP_MEMBERS(Permission.SEE_BOOKS, number("group"), number("person"), time("since")),
    COST_CENTRES(
            Permission.SEE_BOOKS,
            number("centre"),
            text("code"),
            text("name"),
            text("over_budget"),
            flag("active"),
            time("created_at")),
    /// Who may charge a cost centre.
    COST_CENTRE_HOLDERS(
            Permission.SEE_BOOKS,
            number("centre"),
            number("person"),
            number("medium"),
            number("group"),
            flag("preferred")),
    BUDGETS(
            Permission.SEE_BOOKS,
            number("budget"),
            number("centre"),
            number("account"),
            text("period"),
            text("currency"),
            amount("amount"),
            flag("carries_over"),
            date("starts_on"),
            date("ends_on")),
    LIMITS(
            Permission.SEE_BOOKS,
            text("owner"),
            number("account"),
            number("group"),
            text("kind"),
            text("currency"),
            amount("amount"),
            number("count"),
            date("until")),
    HOLDS(
            Permission.SEE_BOOKS,
            number("hold"),
            number("account"),
            text("currency"),
            amount("amount"),
            text("state"),
            number("device"),
            number("medium"),
            number("centre"),
            time("created_at"),
            time("expires_at")),
    TOP_UPS(
            Permission.SEE_BOOKS,
            number("order"),
            text("source"),
            text("reference"),
            number("account"),
            text("currency"),
            amount("amount"),
            text("state"),
            number("mandate"),
            text("authorisation"),
            number("credit_posting"),
            number("settle_posting"),
            number("return_posting"),
            number("fee_posting"),
            text("return_reason"),
            number("bank_file"),
            time("ordered_at"),
            time("changed_at")),
    /// Without name and account at the bank, which are sealed.
    MANDATES(
            Permission.SEE_BOOKS,
            number("mandate"),
            number("person"),
            text("reference"),
            date("signed_on"),
            flag("one_off"),
            time("created_at"),
            time("revoked_at")),
    /// Of cash desks.
    SHIFTS(
            Permission.SEE_BOOKS,
            number("shift"),
            text("workstation"),
            number("account"),
            text("currency"),
            number("keeper"),
            number("opened_by"),
            time("opened_at"),
            amount("carried"),
            amount("opening_float"),
            number("closed_by"),
            time("closed_at"),
            amount("expected"),
            amount("counted"),
            amount("difference"),
            text("report")),
    /// The rules of who may open and use what, ended ones too.
    RIGHTS(
            Permission.CHANGE_RIGHTS,
            number("rule"),
            number("resource"),
            number("person"),
            number("group"),
            text("effect"),
            number("plan"),
            time("holds_from"),
            time("holds_until"),
            time("recorded_at"),
            number("recorded_by"),
            time("ended_at"),
            number("ended_by")),
    /// Doors and whatever else rights are about.
    RESOURCES(
            Permission.CHANGE_RIGHTS,
            number("resource"),
            text("kind"),
            text("name"),
            number("device"),
            time("created_at")),
    /// Every version of every weekly plan.
    WEEK_PLANS(
            Permission.CHANGE_RIGHTS,
            number("plan"),
            number("version"),
            text("name"),
            text("windows"),
            text("holidays"),
            time("recorded_at")),
    HOLIDAYS(
            Permission.CHANGE_RIGHTS,
            number("entry"),
            date("on_day"),
            text("name"),
            time("recorded_at"),
            time("ended_at"));

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
