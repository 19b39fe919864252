package app.lodge.core.selfservice;

import app.lodge.core.accounts.HolderNames;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.people.Register;
import app.lodge.core.selfservice.MailStore.Kind;
import app.lodge.core.selfservice.OneTimeCodes.Purpose;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.texts.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// What a mail says, composed when it is sent: until then no code is anywhere.
final class Letters {

    private static final Actor SYSTEM = Actor.system("self-service");

    private final Books books;
    private final Register register;
    private final Supplier<SiteSettings> settings;
    private final OneTimeCodes codes;
    private final LinkStore links = new LinkStore();

    Letters(Books books, Register register, Supplier<SiteSettings> settings, OneTimeCodes codes) {
        this.books = books;
        this.register = register;
        this.settings = settings;
        this.codes = codes;
    }

    record Letter(String subject, String text) {}

    /// @return empty if there is nothing to say any more: the code is used, void or too old
    Optional<Letter> of(MailStore.Row mail) {
        return switch (mail.kind()) {
            case RELEASE_CODE -> code(Purpose.RELEASE, "release", mail);
            case SECRET_CODE -> code(Purpose.SECRET, "secret", mail);
            case ADDRESS_CODE -> code(Purpose.ADDRESS, "address", mail);
            case ADDRESS_CHANGED -> Optional.of(letter("changed", "", ""));
        };
    }

    private Optional<Letter> code(Purpose purpose, String words, MailStore.Row mail) {
        return codes.toSend(purpose, mail.about())
                .map(sent ->
                        letter(
                                words,
                                sent.code(),
                                until(sent.until()),
                                mail.about(),
                                mail.kind() == Kind.RELEASE_CODE ? whose(mail.about()) : ""));
    }

    /// Masked: enough for the owner to know which of the family's accounts is meant.
    private String whose(long link) {
        return books.read(sql -> links.find(sql, link))
                .flatMap(found -> register.find(SYSTEM, found.owner()))
                .map(owner -> HolderNames.masked(owner.details().fullName()))
                .orElse("");
    }

    private Letter letter(String words, Object... arguments) {
        var site = settings.get();
        var texts = new Texts(Locale.forLanguageTag(site.language()));
        var all = new Object[arguments.length + 1];
        all[0] = site.name();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Letter(
                texts.get("self-service.mail." + words + ".subject", all),
                texts.get("self-service.mail." + words + ".text", all));
    }

    private String until(Instant until) {
        var site = settings.get();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(site.language()))
                .format(until.atZone(site.zone()));
    }
}
