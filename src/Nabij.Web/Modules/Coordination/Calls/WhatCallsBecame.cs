using Nabij.Kernel.Outbox;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Coordination.Domain;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.Volunteers.Contracts;

namespace Nabij.Modules.Coordination.Calls;

/// <summary>Help was asked for, or somebody signed up, for an activity or to help: the call that it began with leads there from now on.</summary>
public sealed class WhatCallsBecame(SettleCall settle) : IHandle<HelpWasAsked>, IHandle<SomebodySignedUp>, IHandle<SomebodyVolunteered>
{
    public Task HandleAsync(HelpWasAsked happened, CancellationToken ct) =>
        settle.BecameAsync(happened.AskedFor, CallKind.Request, $"vragen/{happened.Request.Value}", ct);

    public Task HandleAsync(SomebodySignedUp happened, CancellationToken ct) =>
        settle.BecameAsync(happened.Person, CallKind.SignUp, $"agenda/{happened.Activity.Value}/{happened.Date.Value}", ct);

    public Task HandleAsync(SomebodyVolunteered happened, CancellationToken ct) =>
        settle.BecameAsync(happened.Person, CallKind.Volunteer, $"vrijwilligers/{happened.Volunteer}", ct);
}
