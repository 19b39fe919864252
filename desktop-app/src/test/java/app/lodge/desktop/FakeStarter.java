package app.lodge.desktop;

import app.lodge.core.books.Problem;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.core.work.Progress;
import app.lodge.desktop.shell.Doors;
import app.lodge.desktop.signin.SiteStarter;
import java.util.List;

/// Starts the site in memory.
final class FakeStarter implements SiteStarter {

    final FakeSite site = new FakeSite();
    boolean exists = true;

    @Override
    public boolean siteExists() {
        return exists;
    }

    @Override
    public SiteLink connect(Progress<StartStep> progress) {
        progress.at(StartStep.CONNECTING);
        return new Link();
    }

    @Override
    public CreateOutcome create(NewSite wished, Progress<StartStep> progress) {
        progress.at(StartStep.CREATING_SITE);
        if (wished.administrator().equals("!")) {
            return new CreateOutcome.Rejected(
                    List.of(Problem.of("administrator", "!", "operators.name-form")));
        }
        exists = true;
        return new CreateOutcome.Created(new Link());
    }

    @Override
    public SiteLink openDemo(Progress<StartStep> progress) {
        return new Link();
    }

    private final class Link implements SiteLink {

        @Override
        public app.lodge.core.operators.CardEntrance cardEntrance() {
            return new FakeEntrance();
        }

        @Override
        public String workstation() {
            return "desk-1";
        }

        @Override
        public SignInOutcome signIn(String name, char[] password) {
            return site.doors().operators().signIn(name, password, "desk-1");
        }

        @Override
        public void signOut() {}

        @Override
        public Doors doors() {
            return site.doors();
        }

        @Override
        public String suggestedName() {
            return "Clara";
        }

        @Override
        public String suggestedPassword() {
            return "";
        }
    }
}
