package app.lodge.desktop.workstation;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.media.Media;
import app.lodge.core.people.PersonId;
import app.lodge.core.work.Progress;
import app.lodge.desktop.carddesk.CardStation;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.workstation.CardMachines.CardDoors;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome;
import app.lodge.personalization.layouts.FaceFiles;
import java.nio.file.Path;
import java.util.List;

/// The card desk's machines for the operator at it.
public final class DeskStation implements CardStation {

    private static final String LAYOUT = "staff";
    private static final String NO_NUMBER_YET = "%07d-00";

    private final Session session;
    private final Media media;
    private final CardMachines machines;

    public DeskStation(Path folder, Session session) {
        this.session = session;
        var doors = session.doors();
        this.media = doors.media();
        this.machines =
                new CardMachines(
                        folder,
                        new CardDoors(
                                doors.people(), doors.settings(), doors.jobs(), doors.cardKeys()));
    }

    @Override
    public List<Machine> readers() {
        return machines.readers().stream().map(name -> new Machine(name, name)).toList();
    }

    @Override
    public List<Machine> printers() {
        return machines.printers().stream().map(name -> new Machine(name, name)).toList();
    }

    @Override
    public Faces preview(PersonId person) {
        var faces =
                machines.preview(session.actor(), person, NO_NUMBER_YET.formatted(person.number()));
        var front = FaceFiles.png(faces.front());
        var back = faces.back();
        return new Faces(front, back == null ? front : FaceFiles.png(back));
    }

    @Override
    public IssueResult issue(
            PersonId person, String reader, String printer, Progress<IssueStep> progress) {
        var order = new IssueOrder(RequestId.fresh(), person, printer, reader, LAYOUT);
        try {
            return result(machines.issue(session.actor(), order, new Steps(progress)));
        } catch (DeviceException e) {
            return new IssueResult.NotBegun(e.fault());
        }
    }

    private IssueResult result(IssueOutcome outcome) {
        return switch (outcome) {
            case IssueOutcome.Issued(var job, var _) ->
                    new IssueResult.Issued(media.find(session.actor(), job.medium()).orElseThrow());
            case IssueOutcome.AlreadyUnderWay(var job) -> new IssueResult.AlreadyUnderWay(job);
            case IssueOutcome.PersonBlocked _ -> new IssueResult.PersonBlocked();
            case IssueOutcome.PersonUnknown(var person) ->
                    throw new IllegalStateException("Nobody has number " + person.number());
            case IssueOutcome.LayoutUnknown(var layout) ->
                    throw new IllegalStateException("There is no layout " + layout);
            case IssueOutcome.NotPrintable(var _, var problems) ->
                    throw new IllegalStateException("The layout cannot be printed: " + problems);
            case IssueOutcome.NotStarted(var _, DeviceFault fault) ->
                    new IssueResult.NotBegun(fault);
            case IssueOutcome.Stopped _ -> new IssueResult.Stopped();
            case IssueOutcome.Spoiled(var _, var _, DeviceFault fault) ->
                    new IssueResult.Spoiled(fault);
            case IssueOutcome.Unresolved(var job, var _, var _) -> new IssueResult.Unknown(job);
            case IssueOutcome.ToBeConfirmed(var job) -> new IssueResult.Unknown(job);
        };
    }

    /// The screen's few steps for the many of issuing.
    private record Steps(Progress<IssueStep> screen)
            implements Progress<app.lodge.personalization.issuing.IssueStep> {

        @Override
        public void at(app.lodge.personalization.issuing.IssueStep step) {
            screen.at(
                    switch (step) {
                        case PREPARING -> IssueStep.ORDER;
                        case FEEDING, PLACING -> IssueStep.WAIT_FOR_CARD;
                        case ENCODING -> IssueStep.ENCODE;
                        case VERIFYING -> IssueStep.READ_BACK;
                        case PRINTING, EJECTING -> IssueStep.PRINT;
                        case ISSUING -> IssueStep.ACTIVATE;
                    });
        }

        @Override
        public boolean stopRequested() {
            return screen.stopRequested();
        }

        @Override
        public Watch onStop(Runnable wake) {
            return screen.onStop(wake);
        }
    }
}
