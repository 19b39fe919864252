package app.lodge.reports.catalogue;

import static app.lodge.core.books.Permission.KEEP_CASH_DESK;
import static app.lodge.core.books.Permission.SEE_ACCOUNTS;
import static app.lodge.core.books.Permission.SEE_BOOKS;
import static app.lodge.core.books.Permission.SEE_DEVICES;
import static app.lodge.core.books.Permission.SEE_MEDIA;
import static app.lodge.reports.parameters.ReportParameter.Need.ONE_OF_THESE;
import static app.lodge.reports.parameters.ReportParameter.Need.OPTIONAL;
import static app.lodge.reports.parameters.ReportParameter.Need.REQUIRED;
import static app.lodge.reports.parameters.ReportParameter.Type.ACCOUNT;
import static app.lodge.reports.parameters.ReportParameter.Type.CHOICE;
import static app.lodge.reports.parameters.ReportParameter.Type.DAY;
import static app.lodge.reports.parameters.ReportParameter.Type.DEVICE;
import static app.lodge.reports.parameters.ReportParameter.Type.NUMBER;
import static app.lodge.reports.parameters.ReportParameter.Type.PERSON;
import static app.lodge.reports.parameters.ReportParameter.Type.TEXT;

import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.books.Actor;
import app.lodge.core.books.NotPermitted;
import app.lodge.core.books.Permission;
import app.lodge.core.media.MediumState;
import app.lodge.core.sales.Sales;
import app.lodge.reports.parameters.ReportParameter;
import app.lodge.reports.parameters.ReportParameter.Need;
import app.lodge.reports.parameters.ReportParameter.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The reports that Lodge has (ID-53). The name is the text `reports.kind.<kind in kebab case>`, one
/// sentence about it `reports.kind.<kind>.about`.
public enum ReportKind {
    /// Every movement of one account with its running balance (ID-21).
    ACCOUNT_STATEMENT(
            SEE_ACCOUNTS,
            parameter("account", ACCOUNT, ONE_OF_THESE),
            parameter("person", PERSON, ONE_OF_THESE),
            new ReportParameter(
                    "purpose",
                    CHOICE,
                    OPTIONAL,
                    Arrays.stream(LookPurpose.values())
                            .filter(purpose -> purpose != LookPurpose.COUNTER)
                            .map(Enum::name)
                            .toList()),
            parameter("from", DAY, OPTIONAL),
            parameter("until", DAY, OPTIONAL)),
    /// How one shift of a cash desk ended (ID-34).
    CASH_CLOSING(Set.of(SEE_BOOKS, KEEP_CASH_DESK), parameter("shift", NUMBER, REQUIRED)),
    /// What lies in each kiosk and phone, by denomination (ID-30).
    KIOSK_CASH(SEE_BOOKS),
    /// What left them, and what was counted (ID-30, ID-32).
    KIOSK_EMPTYINGS(
            SEE_BOOKS,
            parameter("device", DEVICE, OPTIONAL),
            parameter("from", DAY, OPTIONAL),
            parameter("until", DAY, OPTIONAL)),
    /// What one field device did.
    DEVICE_JOURNAL(
            SEE_DEVICES,
            parameter("device", DEVICE, REQUIRED),
            parameter("from", DAY, OPTIONAL),
            parameter("until", DAY, OPTIONAL),
            parameter("kind", TEXT, OPTIONAL)),
    /// The site's cards, fobs and keys with their state.
    ISSUED_CARDS(
            SEE_MEDIA,
            parameter("person", PERSON, OPTIONAL),
            new ReportParameter(
                    "state",
                    CHOICE,
                    OPTIONAL,
                    Arrays.stream(MediumState.values()).map(Enum::name).toList()),
            parameter("from", DAY, OPTIONAL),
            parameter("until", DAY, OPTIONAL)),
    /// What blanks lie where, and what became of the others (CHAIN-52).
    STOCK(SEE_MEDIA),
    /// The share of bad cards by supplier and batch (CHAIN-51).
    BAD_CARDS(SEE_MEDIA, parameter("supplier", TEXT, OPTIONAL)),
    /// Which products were sold in which volume (ID-52).
    PRODUCTS_SOLD(
            SEE_BOOKS,
            parameter("from", DAY, OPTIONAL),
            parameter("until", DAY, OPTIONAL),
            by(),
            parameter("device", DEVICE, OPTIONAL),
            parameter("type", TEXT, OPTIONAL)),
    /// Users, payments and turnover of payment points (ID-51).
    PAYMENT_POINTS(
            SEE_BOOKS,
            parameter("from", DAY, OPTIONAL),
            parameter("until", DAY, OPTIONAL),
            by(),
            parameter("device", DEVICE, OPTIONAL),
            parameter("type", TEXT, OPTIONAL));

    private final Set<Permission> anyOf;
    private final List<ReportParameter> parameters;

    ReportKind(Permission permission, ReportParameter... parameters) {
        this(Set.of(permission), parameters);
    }

    ReportKind(Set<Permission> anyOf, ReportParameter... parameters) {
        this.anyOf = Collections.unmodifiableSet(EnumSet.copyOf(anyOf));
        this.parameters = List.of(parameters);
    }

    /// What an actor needs one of, beside {@link Permission#SEE_REPORTS}: what core asks for the same data.
    public Set<Permission> anyOf() {
        return anyOf;
    }

    boolean openTo(Actor actor) {
        return anyOf.stream().anyMatch(actor::may);
    }

    /// @throws NotPermitted if the actor may none of what the report needs
    void require(Actor actor) {
        if (!openTo(actor)) {
            actor.require(anyOf.iterator().next());
        }
    }

    /// In the order in which a form shows them.
    public List<ReportParameter> parameters() {
        return parameters;
    }

    private static ReportParameter by() {
        return new ReportParameter(
                "by",
                CHOICE,
                OPTIONAL,
                Arrays.stream(Sales.Step.values()).map(Enum::name).toList());
    }

    private static ReportParameter parameter(String name, Type type, Need need) {
        return new ReportParameter(name, type, need, List.of());
    }
}
