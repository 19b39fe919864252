package app.lodge.reports.catalogue;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.devices.Devices;
import app.lodge.core.journal.Seals;
import app.lodge.core.journal.Seals.Proving;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.media.Media;
import app.lodge.core.people.People;
import app.lodge.core.products.Prices;
import app.lodge.core.sales.Sales;
import app.lodge.core.settings.Settings;
import app.lodge.core.stock.Stock;
import app.lodge.core.texts.Texts;
import app.lodge.reports.accounts.AccountStatement;
import app.lodge.reports.accounts.ReceiptPrint;
import app.lodge.reports.cashdesk.CashClosing;
import app.lodge.reports.catalogue.ReportOutcome.NothingFound;
import app.lodge.reports.catalogue.ReportOutcome.Rejected;
import app.lodge.reports.catalogue.ReportOutcome.Rendered;
import app.lodge.reports.devices.DeviceJournal;
import app.lodge.reports.kiosks.EmptyingsList;
import app.lodge.reports.kiosks.KioskCashList;
import app.lodge.reports.media.IssuedCards;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.products.PaymentPoints;
import app.lodge.reports.products.ProductsSold;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Listing;
import app.lodge.reports.rendering.Paper;
import app.lodge.reports.rendering.Press;
import app.lodge.reports.stock.BadCards;
import app.lodge.reports.stock.StockList;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reports drawn from what core's doors tell the caller.
final class DoorReports implements Reports {

    private final Accounts accounts;
    private final Settings settings;
    private final Seals seals;
    private final InstantSource clock;
    private final AccountStatement statement;
    private final CashClosing closing;
    private final KioskCashList kioskCash;
    private final EmptyingsList emptyings;
    private final DeviceJournal journal;
    private final IssuedCards cards;
    private final StockList stock;
    private final BadCards bad;
    private final ProductsSold sold;
    private final PaymentPoints points;
    private final Press press = new Press();
    private final Forms forms = new Forms(press);

    DoorReports(
            Accounts accounts,
            CashDesks cashDesks,
            Kiosks kiosks,
            People people,
            Media media,
            Devices devices,
            Stock blanks,
            Sales sales,
            Prices prices,
            Settings settings,
            Seals seals,
            InstantSource clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.seals = seals;
        this.clock = clock;
        statement = new AccountStatement(accounts, people);
        closing = new CashClosing(cashDesks);
        kioskCash = new KioskCashList(kiosks);
        emptyings = new EmptyingsList(kiosks);
        journal = new DeviceJournal(devices);
        cards = new IssuedCards(media, people);
        stock = new StockList(blanks);
        bad = new BadCards(blanks);
        sold = new ProductsSold(sales, prices);
        points = new PaymentPoints(sales, prices);
    }

    @Override
    public List<ReportKind> catalogue(Actor actor) {
        actor.require(Permission.SEE_REPORTS);
        return Arrays.stream(ReportKind.values()).filter(kind -> kind.openTo(actor)).toList();
    }

    @Override
    public ReportOutcome render(Actor actor, ReportOrder order) {
        actor.require(Permission.SEE_REPORTS);
        order.kind().require(actor);
        var given = new Given(order.kind().parameters(), order.parameters());
        var problems = new ArrayList<>(given.problems());
        problems.addAll(Forms.problems(order));
        language(order.language()).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return new Rejected(problems);
        }
        var site = settings.site(actor);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var head = new Letterhead(site, texts(order.language(), site.language()), now, actor);
        return switch (list(actor, order, given, head)) {
            case Listing.Missing(var problem) -> new NothingFound(problem);
            case Listing.Found found -> forms.give(order, found, head.at().atZone(site.zone()));
        };
    }

    private Listing list(Actor actor, ReportOrder order, Given given, Letterhead head) {
        var most = Forms.mostRows(order.format());
        return switch (order.kind()) {
            case ACCOUNT_STATEMENT -> statement.list(actor, given, head, most);
            case CASH_CLOSING -> closing.list(actor, given, head);
            case KIOSK_CASH -> kioskCash.list(actor, given, head);
            case KIOSK_EMPTYINGS -> emptyings.list(actor, given, head);
            case DEVICE_JOURNAL -> journal.list(actor, given, head, most);
            case ISSUED_CARDS -> cards.list(actor, given, head, most);
            case STOCK -> stock.list(actor, given, head);
            case BAD_CARDS -> bad.list(actor, given, head);
            case PRODUCTS_SOLD -> sold.list(actor, given, head);
            case PAYMENT_POINTS -> points.list(actor, given, head);
        };
    }

    @Override
    public ReportOutcome receipt(
            Actor actor, Receipt receipt, ReceiptFormat format, String language) {
        actor.require(Permission.SEE_ACCOUNTS);
        var unknown = language(language);
        if (unknown.isPresent()) {
            return new Rejected(List.of(unknown.get()));
        }
        var site = settings.site(actor);
        var proof =
                seals.proof(
                        actor,
                        receipt.journalNumber(),
                        receipt.copy() > 0 ? Proving.UP_TO_THE_SEAL : Proving.ROW_ONLY);
        var print = new ReceiptPrint(receipt, proof, texts(language, site.language()), site.zone());
        return switch (format) {
            case ROLL -> pdf(print, print.roll());
            case A4 -> pdf(print, print.sheet());
            case TEXT ->
                    new Rendered(
                            print.fileStem() + ".txt",
                            "text/plain; charset=utf-8",
                            print.text().getBytes(StandardCharsets.UTF_8),
                            0,
                            1);
        };
    }

    private Rendered pdf(ReceiptPrint print, Paper paper) {
        var printed = press.print(paper);
        return new Rendered(
                print.fileStem() + ".pdf",
                "application/pdf",
                printed.pdf(),
                printed.pageCount(),
                1);
    }

    @Override
    public ReportOutcome receiptCopy(
            Actor actor, long posting, ReceiptFormat format, String language) {
        actor.require(Permission.SEE_ACCOUNTS);
        actor.require(Permission.TOP_UP); // core asks it for the copy, after the language
        var unknown = language(language);
        if (unknown.isPresent()) {
            return new Rejected(List.of(unknown.get())); // before a copy is counted
        }
        return accounts.copyOfReceipt(actor, posting)
                .map(receipt -> receipt(actor, receipt, format, language))
                .orElseGet(() ->
                        new NothingFound(Problem.of("posting", posting, "reports.no-receipt")));
    }

    private static Optional<Problem> language(String wanted) {
        var spoken = Texts.LANGUAGES.stream().map(Locale::getLanguage).toList();
        return wanted.isBlank() || spoken.contains(Locale.forLanguageTag(wanted).getLanguage())
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                "language",
                                wanted,
                                "reports.unknown-language",
                                String.join(", ", spoken)));
    }

    private static Texts texts(String wanted, String ofSite) {
        return new Texts(Locale.forLanguageTag(wanted.isBlank() ? ofSite : wanted));
    }
}
