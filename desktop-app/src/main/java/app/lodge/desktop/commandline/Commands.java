package app.lodge.desktop.commandline;

import app.lodge.core.keys.KdfCost;
import app.lodge.core.keyversions.Ceremonies.Kind;
import app.lodge.core.rights.Effect;
import app.lodge.core.topups.BankFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/// All commands of Lodge as one tree. Open this first: it says which words there are.
public final class Commands {

    private final Terminal terminal;
    private final Session session;
    private final CommandLine root;

    /// @param programs desktop, bridge, demo
    public Commands(Terminal terminal, DoorOpener opener, Programs programs) {
        this(terminal, opener, programs, KdfCost.STANDARD);
    }

    /// @param cost of opening a vault that is made here
    Commands(Terminal terminal, DoorOpener opener, Programs programs, KdfCost cost) {
        this.terminal = terminal;
        var shared = new SharedOptions();
        session = new Session(terminal, shared, opener);
        root = new CommandLine(new Root(shared, new OpenDesktop(session, programs)));
        root.setCommandName("lodge");
        root.setOut(terminal.out());
        root.setErr(terminal.err());
        add(root, "desktop", new OpenDesktop(session, programs));
        add(root, "demo", new RunDemo(session, programs));
        add(root, "bridge", new RunBridge(session, programs));
        group(
                "site",
                new Word("init", new InitSite(session, cost)),
                new Word("seal", new SealSite(session, cost)));
        var people =
                group(
                        "people",
                        new Word("erase", new ErasePerson(session)),
                        new Word("export", new ExportPerson(session)),
                        new Word("hold", new HoldPerson(session)),
                        new Word("import", new ImportPeople(session)),
                        new Word("list", new ListPeople(session)),
                        new Word("member", new ShowMember(session)),
                        new Word("photos", new LoadPhotos(session)));
        var pin = add(people, "pin", new Group(session));
        add(pin, "set", new SetHolderPin(session));
        add(pin, "remove", new RemoveHolderPin(session));
        add(pin, "rules", new RuleHolderPins(session));
        var photo = add(people, "photo", new Group(session));
        add(photo, "list", new ListPhotoProposals(session));
        add(photo, "history", new ListPhotos(session));
        add(photo, "approve", new ApprovePhoto(session));
        add(photo, "reject", new RejectPhoto(session));
        add(photo, "undo", new UndoPhotoDecision(session));
        add(photo, "rules", new RulePhotos(session));
        group(
                "selfservice",
                new Word("open", new OpenLogin(session)),
                new Word("login", new StateOfLogin(session)),
                new Word("link", new LinkLogin(session)),
                new Word("release", new ReleaseLogin(session)),
                new Word("list", new ListLinks(session)),
                new Word("rights", new ChangeLinkRights(session)),
                new Word("unlink", new UnlinkLogin(session)),
                new Word("data", new OwnDataOfHolder(session)),
                new Word("transfer", new TransferForHolder(session)),
                new Word("requests", new DecideHolderRequests(session)),
                new Word("settings", new RuleSelfService(session)));
        group("privacy", new Word("retention", new KeepData(session)));
        group(
                "card",
                new Word("block", new BlockCard(session)),
                new Word("lost", new MatterOfCard(session, MatterOfCard.Matter.LOST)),
                new Word("found", new MatterOfCard(session, MatterOfCard.Matter.FOUND)),
                new Word("returned", new TakeBackCard(session)),
                new Word("loan", new LendCard(session)),
                new Word("issue", new IssueCard(session)),
                new Word("read", new ReadCard(session)),
                new Word("look", new LookAtCard(session)),
                new Word("number", new GiveNumber(session)),
                new Word("app", new EnrolApp(session)),
                new Word("find", new FindCard(session)),
                new Word("rules", new RuleMedia(session)),
                new Word("renew", new RenewCard(session)));
        group(
                "key",
                new Word("look", new LookAtKey(session)),
                new Word("encode", new EncodeKey(session)),
                new Word("find", new FindKey(session)),
                new Word("stations", new KeyStations(session)),
                new Word("log", new ReadKeyLog(session)),
                new Word("limit", new LimitKeys(session)));
        var operators =
                group(
                        "operator",
                        new Word("add", new AddOperator(session)),
                        new Word("list", new ListOperators(session)),
                        new Word("password", new ChangePassword(session)));
        var operatorCard = add(operators, "card", new Group(session));
        add(operatorCard, "issue", new IssueOperatorCard(session));
        add(operatorCard, "list", new ListOperatorCards(session));
        add(operatorCard, "pin", new ChangePin(session));
        add(operatorCard, "revoke", new RevokeOperatorCard(session));
        group(
                "purse",
                new Word("show", new ShowPurse(session)),
                new Word("prepare", new PreparePurse(session)),
                new Word("load", new LoadPurse(session)),
                new Word("pay-out", new PayOutPurse(session)),
                new Word("refund", new RefundPurse(session)),
                new Word("move", new MovePurse(session)),
                new Word("rules", new RulePurses(session)),
                new Word("revoke", new RevokePurse(session)),
                new Word("alarms", new ListPurseAlarms(session)));
        var keys =
                group(
                        "keys",
                        new Word("show", new ShowKeys(session)),
                        new Word("roll-over", new RollOverKeys(session)));
        var ceremony = add(keys, "ceremony", new Group(session));
        add(ceremony, "create", new HoldCeremony(session, Kind.CREATE));
        add(ceremony, "backup", new HoldCeremony(session, Kind.BACK_UP));
        add(ceremony, "restore", new HoldCeremony(session, Kind.RESTORE));
        add(ceremony, "roll-over", new HoldCeremony(session, Kind.ROLL_OVER));
        add(ceremony, "transcript", new PrintTranscript(session));
        add(add(keys, "shares", new Group(session)), "check", new CheckShare(session));
        group(
                "stock",
                new Word("show", new ShowStock(session)),
                new Word("place", new PutStockPlace(session)),
                new Word("blank", new AddStockBlank(session)),
                new Word("receive", new ReceiveStock(session)),
                new Word("move", new MoveStock(session)),
                new Word("write-off", new WriteOffStock(session)),
                new Word("count", new CountStock(session)),
                new Word("prepare", new PrepareStock(session)),
                new Word("order", new OrderStock(session)));
        group(
                "door",
                new Word("open", new OpenDoor(session)),
                new Word("passages", new ListPassages(session)),
                new Word("try", new TryDoor(session)));
        group(
                "right",
                new Word("list", new ListRights(session)),
                new Word("grant", new GrantRight(session, Effect.GRANT)),
                new Word("refuse", new GrantRight(session, Effect.REFUSAL)),
                new Word("withdraw", new WithdrawRight(session)),
                new Word("why", new ExplainRight(session)),
                new Word("resource", new AddRightResource(session)),
                new Word("plan", new PutRightPlan(session)),
                new Word("holiday", new PutRightHoliday(session)),
                new Word("draft", new DraftRights(session)));
        group(
                "plan",
                new Word("list", new ListPlans(session)),
                new Word("show", new ShowPlan(session)),
                new Word("check", new CheckPlan(session)),
                new Word("dry-run", new DryRunPlan(session)),
                new Word("import", new ImportPlan(session)),
                new Word("publish", new PublishPlan(session)),
                new Word("use", new UsePlan(session)),
                new Word("retire", new RetirePlan(session)),
                new Word("export", new ExportPlan(session)));
        group(
                "layout",
                new Word("list", new ListLayouts(session)),
                new Word("publish", new PublishLayout(session)),
                new Word("use", new UseLayout(session)),
                new Word("export", new ExportLayout(session)));
        group(
                "batch",
                new Word("order", new OrderBatch(session)),
                new Word("queue", new QueueUp(session)),
                new Word("list", new ListBatches(session)),
                new Word("show", new ShowBatch(session)),
                new Word("run", new RunBatch(session)),
                new Word("change", new ChangeBatch(session)),
                new Word("prices", new PriceBatches(session)));
        group(
                "account",
                new Word("show", new ShowAccount(session)),
                new Word("holds", new HoldsOfAccount(session)),
                new Word("topup", new TopUpAccount(session)),
                new Word("mandate", new GrantMandate(session)),
                new Word("debit", new DebitAccount(session)),
                new Word("pay-out", new PayOutAccount(session)),
                new Word("open", new OpenAccount(session)),
                new Word("transfer", new TransferMoney(session)),
                new Word("correct", new CorrectAccount(session)),
                new Word("reverse", new ReversePosting(session)),
                new Word("refund", new RefundPurchase(session)),
                new Word("close", new CloseAccount(session)),
                new Word("limits", new LimitAccount(session)));
        group(
                "cost-centre",
                new Word("list", new ListCostCentres(session)),
                new Word("add", new AddCostCentre(session)),
                new Word("link", new LinkCostCentre(session)),
                new Word("budget", new BudgetCostCentre(session)));
        group(
                "product",
                new Word("list", new ListProducts(session)),
                new Word("put", new PutProduct(session)),
                new Word("export", new ExportProducts(session)),
                new Word("import", new ImportProducts(session)));
        group(
                "price",
                new Word("lists", new ListPriceLists(session)),
                new Word("begin", new BeginPriceList(session)),
                new Word("change", new ChangePriceList(session)),
                new Word("end", new EndPriceList(session)),
                new Word("put", new PutPrice(session)),
                new Word("why", new ExplainPrice(session)),
                new Word("history", new PriceHistory(session)));
        group(
                "cash-desk",
                new Word("status", new ShowCashDesk(session)),
                new Word("open", new OpenCashDesk(session)),
                new Word("safe", new CarryCash(session)),
                new Word("close", new CloseCashDesk(session)));
        group(
                "kiosk",
                new Word("list", new ListKiosks(session)),
                new Word("emptyings", new ListEmptyings(session)),
                new Word("count", new CountBag(session)),
                new Word("limits", new LimitPayOuts(session)));
        group(
                "approvals",
                new Word("list", new ListApprovals(session)),
                new Word("approve", new ApproveRequest(session)),
                new Word("refuse", new RefuseRequest(session)));
        group(
                "period",
                new Word("list", new ListPeriods(session)),
                new Word("close", new ClosePeriod(session)));
        group(
                "safe",
                new Word("users", new ListSafeUsers(session)),
                new Word("admit", new AdmitSafeUser(session)),
                new Word("remove", new RemoveSafeUser(session)));
        group(
                "device",
                new Word("add", new AddDevice(session)),
                new Word("list", new ListDevices(session)),
                new Word("board", new ShowBoard(session)),
                new Word("config", new ConfigureDevice(session)),
                new Word("conform", new ConformDevice(session)),
                new Word("order", new OrderDevice(session)),
                new Word("confirm", new ConfirmOrder(session)),
                new Word("revoke", new RevokeDevice(session)),
                new Word("refusals", new ListRefusals(session)),
                new Word("assign", new AssignCompartment(session)),
                new Word("setup", new SetUpDevice(session)),
                new Word("simulate", new SimulateDevice(session)));
        group(
                "point-type",
                new Word("list", new ListPointTypes(session)),
                new Word("put", new PutPointType(session)),
                new Word("give", new GivePointType(session)));
        group(
                "template",
                new Word("list", new ListTemplates(session)),
                new Word("make", new MakeTemplate(session)));
        group(
                "settings",
                new Word("push", new PushSettings(session)),
                new Word("list", new ListPushes(session)),
                new Word("undo", new UndoPush(session)),
                new Word("conflicts", new ListConflicts(session)));
        group(
                "package",
                new Word("add", new AddPackage(session)),
                new Word("list", new ListPackages(session)));
        group(
                "rollout",
                new Word("start", new StartRollout(session)),
                new Word("show", new ShowRollouts(session)),
                new Word("stop", new SteerRollout(session, SteerRollout.Way.STOP)),
                new Word("go-on", new SteerRollout(session, SteerRollout.Way.GO_ON)),
                new Word("back", new SteerRollout(session, SteerRollout.Way.BACK)));
        group(
                "virtual",
                new Word("add", new AddVirtual(session)),
                new Word("list", new ListVirtual(session)),
                new Word("act", new ActVirtual(session)),
                new Word("crowd", new SendCrowd(session)),
                new Word("steer", new SteerCrowd(session)),
                new Word("compare", new CompareVirtual(session)),
                new Word("run", new RunVirtual(session)),
                new Word("site", new FoundTraining(session, cost)),
                new Word("discard", new DiscardTraining(session)),
                new Word("rehearse", new RehearseVirtual(session, cost)),
                new Word("stop", new StopVirtual(session)));
        var watch =
                group(
                        "watch",
                        new Word("alerts", new ListAlerts(session)),
                        new Word("acknowledge", new AcknowledgeAlert(session)),
                        new Word("ahead", new LookAheadList(session)),
                        new Word("rules", new ListRules(session)),
                        new Word("rule", new PutRule(session)),
                        new Word("mail", new TellByMail(session)),
                        new Word("webhook", new TellByWebhook(session)),
                        new Word("try", new TryChannel(session)));
        var party = add(watch, "party", new Group(session));
        add(party, "list", new ListParties(session));
        add(party, "put", new PutParty(session));
        add(party, "remove", new RemoveParty(session));
        add(party, "see", new LetPartiesSee(session));
        var provision = add(watch, "provision", new Group(session));
        add(provision, "list", new ListProvisions(session));
        add(provision, "put", new PutProvision(session));
        add(provision, "remove", new RemoveProvision(session));
        group(
                "bank",
                new Word("creditor", new SetCreditor(session)),
                new Word("collect", new WriteBankFile(session, BankFile.Kind.COLLECTION)),
                new Word("pay-out", new WriteBankFile(session, BankFile.Kind.PAYOUT)),
                new Word("carried-out", new ConfirmBankFile(session)),
                new Word("returns", new BankReturns(session)));
        add(root, "report", new MakeReport(session));
        add(root, "export", new ExportData(session));
        add(root, "backup", new BackUp(session));
        add(root, "restore", new RestoreSite(session, cost));
        group(
                "journal",
                new Word("list", new ListJournal(session)),
                new Word("verify", new VerifyJournal(session)),
                new Word("export", new ExportJournal(session)),
                new Word("seal", new SealJournal(session)),
                new Word("seals", new ListSeals(session)),
                new Word("verifier", new WriteVerifier(session)));
        Faults.answer(root, session);
        root.setHelpFactory(this::explained);
    }

    /// With its sentences only where somebody asks for help: to give them to every command takes longer than most
    /// commands run.
    private Help explained(CommandSpec command, Help.ColorScheme colours) {
        command.resourceBundle(new HelpTexts(terminal.texts(), command));
        return new Help(command, colours);
    }

    /// @return the exit status
    public int run(String... words) {
        try {
            return root.execute(words);
        } catch (VirtualMachineError | LinkageError e) {
            // Out of memory, or a native library that this machine lacks: said like any other
            // fault.
            return Faults.broken(session, root.getCommandName(), e);
        }
    }

    CommandSpec spec() {
        return root.getCommandSpec();
    }

    private CommandLine group(String name, Word... words) {
        var group = add(root, name, new Group(session));
        for (var word : words) {
            add(group, word.name(), word.command());
        }
        return group;
    }

    private CommandLine add(CommandLine parent, String name, Object command) {
        var line = new CommandLine(command);
        line.setCommandName(name);
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        parent.addSubcommand(name, line);
        return line;
    }

    private record Word(String name, Object command) {}

    /// `lodge` alone opens the desktop.
    @Command(name = "lodge", versionProvider = Version.class)
    static final class Root implements java.util.concurrent.Callable<Integer> {

        @Mixin private final SharedOptions shared;
        private final OpenDesktop desktop;

        Root(SharedOptions shared, OpenDesktop desktop) {
            this.shared = shared;
            this.desktop = desktop;
        }

        @Override
        public Integer call() {
            return desktop.call();
        }
    }
}
